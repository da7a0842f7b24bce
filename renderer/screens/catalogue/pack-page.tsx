import type { PackIndex } from '../../desk/pack-index.ts';
import { LevelMark } from '../../components/marks.tsx';
import { useWords } from '../../text/text.ts';
import { Notes } from './node-page.tsx';
import { PartsTable } from './parts-table.tsx';

/** The standard as a whole: what it is and is not, its levels, for whom which level is advised, and its parts. */
export function PackPage({ index }: { readonly index: PackIndex }) {
  const { text, of, language } = useWords();
  const { pack } = index;
  const requirements = index.leaves.flatMap((group) => group.requirements);
  const kinds = (kind: string) => pack.groups.filter((group) => group.kind === kind).length;
  return (
    <section className="catalogue-page" aria-label={of(pack)} data-testid="catalogue-node">
      <header className="catalogue-head">
        <h2>{of(pack)} <span className="muted catalogue-aliases">{text('catalogue.edition', { edition: pack.edition })}</span></h2>
        <p>{text('catalogue.of-pack', { domains: kinds('domain'), items: kinds('item'), subItems: index.leaves.length, requirements: requirements.length, checked: requirements.filter(({ checks }) => checks.length > 0).length, actions: pack.actions.length })}</p>
        <p className="catalogue-disclaimer">{of(pack.disclaimer)}</p>
        <Notes notes={pack.notes} />
      </header>
      <div className="catalogue-two">
        {pack.levels.length > 0 && (
          <section aria-label={text('catalogue.levels')}>
            <h3>{text('catalogue.levels')}</h3>
            <ul className="catalogue-lines">{pack.levels.map((level) => <li key={level.level}><LevelMark level={level.level} /><span><b>{text(`level.${level.level as 1 | 2 | 3 | 4 | 5}`)}</b>{language === 'en' && <span className="muted">{` ${level.en}`}</span>}<br />{of(level.meaning)}</span></li>)}</ul>
          </section>
        )}
        {pack.organisationTypes.length > 0 && <OrganisationTypes index={index} />}
      </div>
      <PartsTable index={index} parts={index.leaves} />
    </section>
  );
}

function OrganisationTypes({ index }: { readonly index: PackIndex }) {
  const { text, of } = useWords();
  return (
    <section aria-label={text('catalogue.types')} data-testid="organisation-types">
      <h3>{text('catalogue.types')}</h3>
      <ul className="catalogue-lines">
        {index.pack.organisationTypes.map((type) => (
          <li key={type.type}><span className="ring-level" aria-hidden="true">{type.target}</span><span><b>{text('catalogue.type', { type: type.type })}</b> <span className="muted">{text('catalogue.type-target', { level: type.target })}</span><br />{of(type)}<br /><span className="muted">{of(type.aim)}</span></span></li>
        ))}
      </ul>
      <p className="muted small">{text('catalogue.types-why')}</p>
    </section>
  );
}
