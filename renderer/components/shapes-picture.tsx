import type { LineColours, Picture, Shape } from '#assessments';

/** The colours of the theme, as drawings take them. */
export const themeColours: LineColours = { ink: 'var(--ink)', muted: 'var(--muted)', line: 'var(--line)', accent: 'var(--accent)', paper: 'var(--surface)' };

/** A drawing of the core as it is on paper, in the colours of the theme; `label` says in words what it shows. */
export function ShapesPicture({ picture: { width, height, shapes }, label, testId }: { readonly picture: Picture; readonly label: string; readonly testId: string }) {
  return (
    <svg className="drawing" role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`} data-testid={testId}>
      {shapes.map((shape, at) => <Drawn key={at} shape={shape} />)}
    </svg>
  );
}

function Drawn({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'rect': return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} style={{ fill: shape.fill ?? 'none', stroke: shape.stroke ?? 'none', strokeWidth: shape.lineWidth }} {...(shape.dashed ? { strokeDasharray: '2 2' } : {})} />;
    case 'line': return <polyline points={shape.points.map((point) => point.join(',')).join(' ')} style={{ fill: 'none', stroke: shape.stroke, strokeWidth: shape.lineWidth }} {...(shape.dashed ? { strokeDasharray: '3 2' } : {})} />;
    case 'ring': return <circle cx={shape.x} cy={shape.y} r={shape.radius} style={{ fill: 'none', stroke: shape.stroke, strokeWidth: shape.lineWidth }} />;
    case 'text': return <text x={shape.x} y={shape.y} fontSize={shape.size} textAnchor={shape.anchor} style={{ fill: shape.fill }}>{shape.text}</text>;
  }
}
