/** What pdfkit 0.20 offers and its published types do not name yet. */
declare namespace PDFKit {
  namespace Mixins {
    interface StructureElementOptions { scope?: 'Row' | 'Column'; bbox?: [number, number, number, number]; placement?: string }
    interface AnnotationOption { structParent?: PDFKit.PDFStructureElement; Contents?: string }
  }
  interface PDFOutline { addItem(title: string, options?: { expanded?: boolean; top?: number; left?: number; pageNumber?: number }): PDFOutline }
}

declare module 'svg-to-pdfkit' {
  type Options = {
    readonly width?: number; readonly height?: number; readonly assumePt?: boolean; readonly useCSS?: boolean;
    readonly fontCallback?: (family: string, bold: boolean, italic: boolean) => string;
    readonly warningCallback?: (warning: string) => void;
  };
  function svgToPdf(document: PDFKit.PDFDocument, svg: string, x: number, y: number, options?: Options): void;
  export = svgToPdf;
}
