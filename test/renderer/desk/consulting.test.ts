import { describe, expect, it } from 'vitest';
import type { Bridge } from '#contract';
import { consultChosen, consultFor, consultNode, consultRequirement, goToCatalogue, goToChosen } from '../../../renderer/desk/consulting.ts';
import type { Desk } from '../../../renderer/desk/desk.ts';
import { performMenu } from '../../../renderer/desk/menu.ts';
import { indexPack } from '../../../renderer/desk/pack-index.ts';
import { emptyDesk, nothingChosen, type DeskState } from '../../../renderer/desk/state.ts';
import { perform } from '../../../renderer/keyboard/perform.ts';
import { createQueue } from '../../../renderer/queue.ts';
import { createStore } from '../../../renderer/store.ts';
import { aPack } from '../../builders/packs.ts';

const index = indexPack(aPack({ tree: { 1: { 1.1: ['1.1.1', '1.1.2'] } }, subItems: { '1.1.1': { requirements: [{ id: 'a1', level: 1 }, { id: 'a2', level: 2 }] }, '1.1.2': { requirements: [{ id: 'b1', level: 1 }] } } }));

/** A desk on the catalogue screen of a read-only assessment: nothing here asks the machine for anything. */
function openDesk(): Desk {
  const started = { start: { identity: { id: 'me', name: '李远', role: '' } }, working: { index, header: { readOnly: true } }, screen: 'catalogue' } as unknown as DeskState;
  const kept = new Map<string, string>();
  return {
    bridge: {} as Bridge, store: createStore({ ...emptyDesk, ...started }), queue: createQueue((error) => { throw error; }),
    memory: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); }, removeItem: (key) => { kept.delete(key); } },
  };
}

const shown = (desk: Desk) => { const { node, current, shows } = desk.store.get().consulting; return [node, current, shows]; };

async function press(desk: Desk, ...commands: readonly ('next' | 'previous' | 'next-sub-item' | 'previous-sub-item' | 'search')[]): Promise<readonly boolean[]> {
  const done: boolean[] = [];
  for (const command of commands) {
    done.push(perform(desk, { do: command }));
    await desk.queue.idle();
  }
  return done;
}

describe('the catalogue', () => {
  it('goes from what was found to a place in the tree and keeps what is looked at where it belongs', () => {
    const desk = openDesk();
    const seen = [shown(desk)];
    consultFor(desk, '放量');
    seen.push(shown(desk));
    consultRequirement(desk, 'a2');
    seen.push(shown(desk));
    consultNode(desk, '1.1');
    seen.push(shown(desk));
    consultNode(desk, '1.1.2');
    seen.push(shown(desk));
    consultFor(desk, '  ');
    consultChosen(desk, { ...nothingChosen, level: ['1'] });
    seen.push(shown(desk));

    expect(seen).toEqual([['', null, 'node'], ['', null, 'hits'], ['', 'a2', 'hits'], ['1.1', 'a2', 'node'], ['1.1.2', null, 'node'], ['1.1.2', null, 'hits']]);
  });

  it('is opened at a requirement, or at those of a tag, without what was looked for before', () => {
    const desk = openDesk();
    consultFor(desk, '放量');
    goToCatalogue(desk, 'b1');
    const at = shown(desk);
    goToChosen(desk, 'capability', '模型服务');
    const { search, chosen, shows } = desk.store.get().consulting;

    expect([at, search, chosen.capability, shows, desk.store.get().screen]).toEqual([['1.1.2', 'b1', 'node'], '', ['模型服务'], 'hits', 'catalogue']);
  });

  it('is walked with the keys of the score screen, requirement by requirement and sub-item by sub-item', async () => {
    const desk = openDesk();
    await press(desk, 'next', 'next', 'next');
    const third = shown(desk);
    await press(desk, 'next', 'previous');
    const second = shown(desk);
    await press(desk, 'next-sub-item', 'next-sub-item', 'previous-sub-item');

    expect([third, second, shown(desk)]).toEqual([['1.1.2', 'b1', 'node'], ['1.1.1', 'a2', 'node'], ['1.1.1', null, 'node']]);
  });

  it('answers / and Ctrl+F with its own search field, and rates nothing', async () => {
    const desk = openDesk();
    await press(desk, 'search');
    performMenu(desk, 'find');
    await desk.queue.idle();

    expect([desk.store.get().consulting.searchWanted, perform(desk, { do: 'rate', value: 'F', move: true }), perform(desk, { do: 'not-applicable' })]).toEqual([2, false, false]);
  });
});
