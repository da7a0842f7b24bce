/** Names that only an evaluation of retrieval or of grounded answers has. */
const telling = /^(?:(?:avg|average|mean|ragas)[_ ])?(?:faithfulness|answer[_ ]relevanc[ye]|response[_ ]relevanc[ye]|context(?:ual)?[_ ](?:precision|recall|relevanc[ye]|utili[sz]ation|entity[_ ]recall)|answer[_ ](?:correctness|similarity)|factual[_ ]correctness|semantic[_ ]similarity|noise[_ ]sensitivity(?:[_ ]\w{1,20})?|(?:response[_ ])?groundedness|hallucination(?:[_ ]rate)?|llm[_ ]context[_ ]\w{1,40}|nv[_ ]\w{1,40}|retrieval[_ ](?:precision|recall|mrr|f1|hit[_ ]rate|ndcg)|end[_ ]to[_ ]end[_ ]accuracy|e2e[_ ](?:accuracy|correct))(?:@[0-9]{1,4})?$/i;
/** Names that other evaluations use as well. */
const common = /^(?:(?:avg|average|mean)[_ ])?(?:mrr|ndcg|hit[_ ]rate|precision|recall|f1)(?:[@_][0-9]{1,4})?$/i;

export function isRagMetric(name: string): boolean {
  return telling.test(name.trim()) || common.test(name.trim());
}

/** Two metrics at least, of which one is of retrieval or grounding alone. */
export function speaksOfRetrieval(names: readonly string[]): boolean {
  return names.some((name) => telling.test(name.trim())) && names.filter(isRagMetric).length >= 2;
}
