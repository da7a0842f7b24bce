import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** The one family that has every sign of both languages; static TrueType, so that it can be embedded as a subset. */
const files = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
} as const;
export type Face = keyof typeof files;

type Glyph = { readonly id: number; readonly advanceWidth: number; readonly codePoints: readonly number[] };
type Parsed = { readonly unitsPerEm: number; glyphForCodePoint: (code: number) => Glyph; hasGlyphForCodePoint: (code: number) => boolean };

export type Typeface = {
  /** What pdfkit embeds: the parsed font, laying text out sign by sign. */
  readonly source: Parsed;
  readonly has: (codePoint: number) => boolean;
  /** Width of a sign in ems. */
  readonly advance: (codePoint: number) => number;
};

const require = createRequire(import.meta.url);
const loaded = new Map<Face, Typeface>();

/** Path of a font file, for those who read fonts themselves. */
export function fontFile(face: Face): string {
  return require.resolve(files[face]);
}

/** The font, parsed once in the life of the process. */
export function typeface(face: Face): Typeface {
  const known = loaded.get(face);
  if (known !== undefined) return known;
  const font = parse(face);
  const widths = new Map<number, number>();
  const advance = (code: number): number => {
    const width = widths.get(code) ?? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
    widths.set(code, width);
    return width;
  };
  const made = { source: signBySign(font), has: (code: number) => font.hasGlyphForCodePoint(code), advance };
  loaded.set(face, made);
  return made;
}

function parse(face: Face): Parsed {
  const probe = new PDFDocument({ autoFirstPage: false, font: fontFile(face) });
  // pdfkit parses the font with a library of its own and keeps it here; parsing it again for every report takes longer than drawing.
  return (probe as unknown as { readonly _font: { readonly font: Parsed } })._font.font;
}

/**
 * The same font without shaping: one glyph per sign with its own width. Chinese needs none, widths add up exactly to
 * what was measured, and no ligature comes between a reader's search and the text.
 */
function signBySign(font: Parsed): Parsed {
  return Object.assign(Object.create(font) as Parsed, {
    layout: (text: string) => {
      const glyphs = Array.from(text, (sign) => font.glyphForCodePoint(sign.codePointAt(0) ?? 0));
      const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
      return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) };
    },
  });
}
