import { useEffect, useRef } from 'react';
import type { GitPicture } from '#contract';
import { count, visibleText } from '../../format.ts';
import { useWords } from '../../text/text.ts';

const shortHash = 10;

/** A repository around a commit or ref. Authors are told apart by number and never named. */
export function GitView({ picture }: { readonly picture: GitPicture }) {
  const { text, language } = useWords();
  const cited = useRef<HTMLTableRowElement>(null);
  const { repository, head, complete, refs, commits, refsLeftOut, commitsBefore, commitsAfter } = picture;
  useEffect(() => { cited.current?.scrollIntoView({ block: 'center' }); }, [picture]);
  return (
    <figure className="table-picture" data-testid="git-picture">
      <figcaption className="muted">{[repository === null ? '' : visibleText(repository), head === null ? '' : text('git.head', { head: visibleText(head) }), text('git.commits', { count: count(commitsBefore + commits.length + commitsAfter, language) }), complete ? '' : text('git.incomplete')].filter((part) => part !== '').join(' · ')}</figcaption>
      <ul className="chips git-refs" aria-label={text('git.refs')}>
        {refs.map((ref) => <li key={ref.name} className={ref.cited ? 'tag cited' : 'tag'} aria-current={ref.cited ? 'true' : undefined} title={ref.commit}>{`${text(`git.${ref.kind}`)} ${visibleText(ref.name)}`}</li>)}
        {refsLeftOut > 0 && <li className="muted">{text('git.more-refs', { count: count(refsLeftOut, language) })}</li>}
      </ul>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={text('source.as-git')}>
        <table>
          <thead><tr>{(['at', 'commit', 'subject', 'author'] as const).map((column) => <th key={column} scope="col">{text(`git.${column}`)}</th>)}</tr></thead>
          <tbody>
            {commitsBefore > 0 && <tr><td colSpan={4} className="muted">{text('git.newer', { count: count(commitsBefore, language) })}</td></tr>}
            {commits.map((commit) => (
              <tr key={commit.hash} ref={commit.cited ? cited : null} className={commit.cited ? 'cited' : undefined} aria-current={commit.cited ? 'true' : undefined} data-testid={commit.cited ? 'cited-row' : undefined}>
                <td>{commit.at?.slice(0, 16).replace('T', ' ') ?? ''}</td>
                <td title={commit.hash}>{commit.hash.slice(0, shortHash)}</td>
                <td title={commit.subject}>{visibleText(commit.subject)}{commit.merge && <span className="tag">{text('git.merge')}</span>}{commit.signed && <span className="tag">{text('git.signed')}</span>}</td>
                <td className="number">{text('git.author-number', { number: commit.author + 1 })}</td>
              </tr>
            ))}
            {commitsAfter > 0 && <tr><td colSpan={4} className="muted">{text('git.older', { count: count(commitsAfter, language) })}</td></tr>}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
