import type { WordMark } from '#assessments';

/** A sentence with what went struck through and what came underlined. */
export function MarkedWords({ marks, language }: { readonly marks: readonly WordMark[]; readonly language: 'zh' | 'en' }) {
  return (
    <span className="marked" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      {marks.map(({ kind, text }, at) => (kind === 'same' ? <span key={at}>{text}</span> : kind === 'removed' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>))}
    </span>
  );
}
