/** One thing in a file that does not hold. `where`: an event id, the hash of an artefact or a pack, or a part of the file. */
export type Fault = { readonly kind: string; readonly where: string; readonly zh: string; readonly en: string };

const sentences = {
  'file-damaged': { zh: '文件已损坏；最后记录的内容若已丢失，可能没有任何痕迹。', en: 'The file is damaged; if what was recorded last is lost, nothing may speak of it.' },
  'schema': { zh: '文件的内部结构不是评估文件的结构，因此没有读取。', en: 'The inner structure of the file is not that of an assessment, so it was not read.' },
  'database': { zh: '文件的内部结构已损坏。', en: 'The inner structure of the file is damaged.' },
  'event-unreadable': { zh: '该操作记录无法读取。', en: 'This event cannot be read.' },
  'event-changed': { zh: '该操作记录的内容与其哈希值不符：内容被改动过。', en: 'The content of this event does not match its hash: it was changed.' },
  'artefact-unreadable': { zh: '该证据内容无法读取。', en: 'This artefact cannot be read.' },
  'artefact-changed': { zh: '该证据内容与其 SHA-256 不符：内容被改动过。', en: 'The bytes of this artefact do not match its SHA-256: they were changed.' },
  'artefact-missing': { zh: '证据文件登记在操作日志中，但文件里没有它的内容。', en: 'The journal lists an evidence file with this artefact, but its bytes are not in the file.' },
  'artefact-purged': { zh: '该证据内容已登记为永久清除，但文件里仍有它。', en: 'The journal says that this artefact was purged, but the file still holds it.' },
  'artefact-orphan': { zh: '文件里有该证据内容，但操作日志中没有登记。', en: 'The file holds this artefact, but the journal lists no evidence file with it.' },
  'pack-missing': { zh: '操作日志固定了该标准包，但文件里没有它的文本。', en: 'The journal pins this catalogue pack, but its texts are not in the file.' },
  'pack-changed': { zh: '该标准包的文本与其哈希值不符：内容被改动过。', en: 'The texts of this catalogue pack do not match its hash: they were changed.' },
} as const;

export function fault(kind: keyof typeof sentences, where: string): Fault {
  return { kind, where, ...sentences[kind] };
}
