import type { Requirement } from '#assessments';
import { useWords } from '../../text/text.ts';

/** How an assessor checks the requirement, what to ask for, and who can answer. */
export function VerifyTab({ requirement }: { readonly requirement: Requirement }) {
  const { text, of } = useWords();
  return (
    <div className="verify">
      <dl>
        {requirement.verify.map((way, at) => (
          <div key={at}>
            <dt>{text(`method.${way.method}`)}{way.role !== undefined && <span className="muted">{text(`role.${way.role}`)}</span>}</dt>
            <dd>{way.shows === undefined ? '' : of(way.shows)}</dd>
          </div>
        ))}
      </dl>
      {requirement.evidence.length > 0 && (
        <>
          <h3>{text('verify.ask-for')}</h3>
          <ul className="plain-list">
            {requirement.evidence.map((each) => <li key={each.code}><span className="code">{each.code}</span> {of(each.what)} <span className="muted">{text(`kind.${each.kind}`)}</span></li>)}
          </ul>
        </>
      )}
      <p><span className="muted">{text('verify.roles')}</span> {requirement.roles.map((role) => text(`role.${role}`)).join(' · ')}</p>
    </div>
  );
}
