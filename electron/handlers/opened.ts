import type { AssessmentHandle, Problem } from '#contract';
import type { Author } from '#assessments';
import type { Context } from './context.ts';
import { refused } from './problems.ts';
import type { Session } from './session.ts';
import { currentIdentity } from './start.ts';

type Refused = { readonly ok: false; readonly problem: Problem };

/** Does something with an open assessment, or says that it is not open. */
export function withSession<Value>(context: Context, assessment: AssessmentHandle, run: (session: Session) => Value): Value | Refused {
  const session = context.sessions.get(assessment);
  return session === undefined ? refused('not-open') : run(session);
}

/** Does something that will be recorded: needs an identity and a file that can be written. */
export function withAuthor<Value>(context: Context, assessment: AssessmentHandle, run: (session: Session, author: Author) => Value): Value | Refused {
  return withSession(context, assessment, (session) => {
    const author = authorOf(context);
    if (author === null) return refused('no-identity');
    return session.store.readOnly ? refused('read-only') : run(session, author);
  });
}

/** The identity at the keyboard as the author of events; null before anyone has said who they are. */
export function authorOf(context: Context): Author | null {
  const identity = currentIdentity(context.preferences.read());
  return identity === null ? null : { id: identity.id, name: identity.name, role: identity.role };
}
