import { setScoring, type Desk } from '../desk/desk.ts';
import { consult, stepCatalogue, stepCatalogueSubItem } from '../desk/consulting.ts';
import { performMenu, undo } from '../desk/menu.ts';
import { nextUnanswered, select, step, stepSubItem } from '../desk/moving.ts';
import { showOverlay } from '../desk/opening.ts';
import { canLink, linkInHand } from '../desk/linking.ts';
import { acceptSuggestion, changeRating, clearCurrent, rateCurrent } from '../desk/recording.ts';
import type { Asking } from '../desk/state.ts';
import type { Command } from './keys.ts';

type Act = (desk: Desk, command: Command) => Promise<void> | void;

/** Does what a key asked for; false where it means nothing on this screen, so that the browser may have it. */
export function perform(desk: Desk, command: Command): boolean {
  if (!listening(desk)) return false;
  if (command.do === 'help' || command.do === 'palette') {
    showOverlay(desk, command.do);
    return true;
  }
  if (command.do === 'menu') return performMenu(desk, command.command);
  if (!applies(desk, command)) return false;

  const act = desk.store.get().screen === 'catalogue' ? (catalogueActs[command.do] ?? acts[command.do]) : acts[command.do];
  void desk.queue.add(async () => { await act(desk, command); });
  return true;
}

/** Keys belong to a dialog while one is open, and mean nothing before we know who is there. */
function listening(desk: Desk): boolean {
  const { start, overlay } = desk.store.get();
  return Boolean(start?.identity) && overlay === null;
}

function applies(desk: Desk, command: Command): boolean {
  const { working, screen, source, consulting } = desk.store.get();
  if (working === null || source !== null) return false;
  if (command.do === 'link') return canLink(desk);
  if (screen === 'catalogue' && command.do in catalogueActs) return command.do === 'search' || consulting.shows === 'node';
  return screen === 'score' || command.do === 'undo' || command.do === 'redo';
}

const asking = (what: Asking): Act => (desk) => {
  if (canRate(desk)) setScoring(desk, { asking: what });
};

const acts: Readonly<Record<Command['do'], Act>> = {
  next: (desk) => { step(desk, 1); },
  previous: (desk) => { step(desk, -1); },
  'next-sub-item': (desk) => { stepSubItem(desk, 1); },
  'previous-sub-item': (desk) => { stepSubItem(desk, -1); },
  'next-unanswered': (desk) => {
    const id = nextUnanswered(desk);
    if (id !== null) select(desk, id);
  },
  'go-to-code': (desk) => { showOverlay(desk, 'code'); },
  search: (desk) => { setScoring(desk, { searchWanted: desk.store.get().scoring.searchWanted + 1 }); },
  rate: (desk, command) => (command.do === 'rate' && canRate(desk) ? rateOrConfide(desk, command) : undefined),
  clear: (desk) => (canRate(desk) ? clearCurrent(desk) : undefined),
  'not-applicable': asking('not-applicable'),
  note: asking('note'),
  link: (desk) => { linkInHand(desk); },
  reject: (desk) => {
    if (canRate(desk) && suggestionInHand(desk) !== null) setScoring(desk, { asking: 'reject' });
  },
  accept: (desk) => {
    const suggestion = suggestionInHand(desk);
    return suggestion !== null && canRate(desk) ? acceptSuggestion(desk, suggestion, autoAdvance(desk)) : undefined;
  },
  explain: (desk) => { setScoring(desk, { explained: !desk.store.get().scoring.explained }); },
  confidence: (desk) => {
    if (canRate(desk)) setScoring(desk, { awaitingConfidence: true });
  },
  undo: (desk) => undo(desk, 'undo'),
  redo: (desk) => undo(desk, 'redo'),
  // These were done before the queue was reached.
  help: () => undefined,
  palette: () => undefined,
  menu: () => undefined,
};

/** What keys of the score screen mean in the catalogue, where nothing is rated. */
const catalogueActs: { readonly [Do in Command['do']]?: Act } = {
  next: (desk) => { stepCatalogue(desk, 1); },
  previous: (desk) => { stepCatalogue(desk, -1); },
  'next-sub-item': (desk) => { stepCatalogueSubItem(desk, 1); },
  'previous-sub-item': (desk) => { stepCatalogueSubItem(desk, -1); },
  search: (desk) => { consult(desk, { searchWanted: desk.store.get().consulting.searchWanted + 1 }); },
};

const confidenceOf = { N: 'low', P: 'medium', L: 'high', F: null } as const;

/** A digit rates; right after C it says how sure instead (1 low, 2 medium, 3 high). */
async function rateOrConfide(desk: Desk, { value, move }: Extract<Command, { do: 'rate' }>): Promise<void> {
  const { awaitingConfidence, current } = desk.store.get().scoring;
  const confidence = confidenceOf[value];
  if (awaitingConfidence && confidence !== null && current !== null) {
    setScoring(desk, { awaitingConfidence: false });
    await changeRating(desk, current, { confidence });
    return;
  }
  await rateCurrent(desk, value, { move: move && autoAdvance(desk) });
}

function autoAdvance(desk: Desk): boolean {
  return desk.store.get().start?.settings.autoAdvance ?? true;
}

function canRate(desk: Desk): boolean {
  const { working, scoring } = desk.store.get();
  return working !== null && !working.header.readOnly && scoring.current !== null;
}

function suggestionInHand(desk: Desk) {
  const { working, scoring } = desk.store.get();
  const suggestion = scoring.current === null ? undefined : working?.suggestions.get(scoring.current);
  return suggestion?.rating ? suggestion : null;
}
