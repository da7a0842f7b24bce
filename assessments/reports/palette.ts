/**
 * The colours of reports: the light colours of the screens, so that marks on paper, in the workbook and on the screen
 * are the same. Levels are safe for colour-blind eyes and always carry their digit; ratings always carry their letter.
 */
export const palette = {
  paper: '#FFFFFF', panel: '#F6F7F9', line: '#D9DDE3', ink: '#1B2430', muted: '#5B6675', accent: '#1F5FA8',
  edge: '#7F8A98', hatch: '#C9CFD7', good: '#2A7048', bad: '#A83A26',
  levels: ['#8A929D', '#BFD7EA', '#8DB9DA', '#5E9CC6', '#2A6A9E', '#123F6B'],
  levelEdges: ['#5F6772', '#5E87A8', '#447EAA', '#2F6E9B', '#1B4C75', '#0B2947'],
  levelDigits: ['#1B2430', '#1B2430', '#1B2430', '#1B2430', '#FFFFFF', '#FFFFFF'],
  ratings: { N: '#A83A26', P: '#8A5A00', L: '#1F6F78', F: '#2A7048', NA: '#5B6675' },
  ratingLetter: '#FFFFFF',
} as const;

/** Fill, outline and digit colour of a level from 0 to 5. */
export function levelColours(level: number): { readonly fill: string; readonly edge: string; readonly digit: string } {
  const shade = Math.min(5, Math.max(0, Math.trunc(level)));
  return { fill: palette.levels[shade] ?? palette.hatch, edge: palette.levelEdges[shade] ?? palette.edge, digit: palette.levelDigits[shade] ?? palette.ink };
}
