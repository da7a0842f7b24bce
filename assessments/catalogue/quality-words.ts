/**
 * Words that sound like a demand and cannot be checked (catalogue guide, rule 2). Uses with a measure of their own are
 * spared: 现行有效, 有效期, "effective date".
 */
export const vagueWords: { readonly zh: RegExp; readonly en: RegExp } = {
  zh: /完善|合理|适当|充分|良好|尽量|尽可能|及时|高效|科学地|妥善|有效地|有效(?=管理|控制|开展|执行|支撑|保障|提升)/u,
  en: /\b(adequate(ly)?|appropriate(ly)?|reasonable|reasonably|sufficient(ly)?|proper(ly)?|timely|robust(ly)?|comprehensive(ly)?|efficient(ly)?|effectively|effective(?! (date|from|since))|as needed|where appropriate|well-(defined|managed|designed))\b/iu,
};
