import { curvePicture, ladderPicture, trendPicture, type ChartSpec, type Picture } from '#assessments';

/** A chart that is drawn of shapes, at its own size. */
export function drawnPicture(chart: Exclude<ChartSpec, { readonly kind: 'radar' }>): Picture {
  switch (chart.kind) {
    case 'ladder': return ladderPicture(chart);
    case 'curve': return curvePicture(chart);
    case 'trend': return trendPicture(chart);
  }
}
