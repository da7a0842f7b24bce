/** Names of measures of drift; a threshold, a window or a switch beside them is a setting, not a measure. */
const measures = /(?:^|_)(?:drift|drift_scores?|drifted|psi|ks|ks_stat(?:istic)?|ks_test|p_?values?|kl|kl_div(?:ergence)?|js|js_div(?:ergence)?|js_distance|jensen_shannon|wasserstein(?:_distance)?|chi2|chi_square|hellinger|emd|population_stability_index)(?:_|$)/;
const settings = /threshold|limit|alpha|window|enabled|interval|schedule|max_|min_|warn|critical|severity|config/;

/** `PSI Value`, `psiValue` and `psi_value` are one name. */
export function plainName(name: string): string {
  return name.trim().replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
}

export function isMeasure(name: string): boolean {
  const plain = plainName(name);
  return measures.test(plain) && !settings.test(plain);
}

export function isThreshold(name: string): boolean {
  return /threshold/.test(plainName(name));
}

/** The method that a name is written for. */
export function methodIn(name: string): string | null {
  return /(?:^|_)(psi|ks|kl|js|jensen_shannon|wasserstein|chi2|chi_square|hellinger|emd|p_value)(?:_|$)/.exec(plainName(name))?.[1] ?? null;
}

/** Words with which a report says that something drifted. */
export function isVerdict(name: string): boolean {
  return /^(?:(?:is|has|dataset|data|target|label|prediction|concept|feature|model)_)*(?:drift(?:ed)?(?:_detected)?|drift_found|drift_flag)$/.test(plainName(name));
}
