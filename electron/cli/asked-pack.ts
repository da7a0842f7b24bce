import { loadPack } from '#assessments';
import type { FoundPack } from '../handlers/packs.ts';
import { openWording } from '../handlers/wording/open-wording.ts';
import type { Store } from '../storage/store.ts';
import { Refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';
import { atWork, builtInPack, openStore, packNamed, type Workplace } from './workplace.ts';

/** Which pack a command is about: one of this program's, one in a folder, or the one kept in an assessment. */
export type PackAsked = { readonly pack?: string; readonly assessment?: string; readonly withLicensedWording: boolean };

/** Does something with the pack asked for; licensed wording is given only where it was asked for by name. */
export function withPack(terminal: Terminal, { pack, assessment, withLicensedWording }: PackAsked, run: (found: FoundPack) => Promise<number>): Promise<number> {
  return atWork((workplace) => {
    const store = assessment === undefined ? null : openStore(terminal.resolve(assessment), workplace);
    try {
      const found = store === null ? builtInPack(workplace, packNamed(terminal, pack)) : keptPack(store, pack);
      return run(withLicensedWording ? found : inOpenWording(found, workplace, store));
    } finally {
      store?.close();
    }
  });
}

function keptPack(store: Store, id: string | undefined): FoundPack {
  const kept = store.packs();
  const pinned = id === undefined ? kept[0] : kept.find((pack) => pack.id === id);
  const pack = pinned === undefined ? undefined : loadPack(pinned.texts);
  if (pinned === undefined || pack?.ok !== true) throw new Refusal({ zh: `这个评估没有可用的标准包“${id ?? ''}”。`, en: `This assessment has no usable pack “${id ?? ''}”.` });
  return { texts: pinned.texts, pack: pack.value };
}

function inOpenWording(found: FoundPack, { context }: Workplace, store: Store | null): FoundPack {
  const open = openWording(found, context.packs, store?.pinnedTexts);
  if (open !== undefined) return open;
  throw new Refusal({
    zh: '这个标准包含有依授权导入的文本，找不到它所依据的公开版次；如确需给出导入的文本，请加上 --with-licensed-wording。',
    en: 'This pack holds text imported under a licence, and the open edition it was made from is not here; add --with-licensed-wording to give out the imported text.',
  });
}
