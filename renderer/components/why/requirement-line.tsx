import type { ReactNode } from 'react';
import { askWhy } from '../../desk/explaining.ts';
import { useDesk, useDeskState } from '../../desk/desk.ts';
import { goToRequirement } from '../../desk/moving.ts';
import { useWords } from '../../text/text.ts';
import { FinalMark } from '../marks.tsx';
import { RequirementLink } from '../requirement-link.tsx';

/** A requirement in an answer: its code, which leads to it, its words, how it is rated now, and what is said of it. */
export function RequirementLine({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  const desk = useDesk();
  const { of } = useWords();
  const located = useDeskState(({ working }) => working?.index.requirements.get(id) ?? null);
  const final = useDeskState(({ working }) => working?.views.get(id)?.final ?? null);
  const words = located === null ? '' : of(located.requirement);
  return (
    <li className="why-line">
      <RequirementLink id={id} go={() => { askWhy(desk, null); goToRequirement(desk, id); }} />
      <span className="one-line" title={words}>{words}</span>
      <span className="why-said"><FinalMark final={final} />{children}</span>
    </li>
  );
}
