import { useCallback, useEffect, useState } from 'react';
import type { BackupRow, BackupsView, Settings } from '#contract';
import { Choice } from '../../components/choice.tsx';
import { ask, say, useDesk, useDeskState } from '../../desk/desk.ts';
import { changeSettings } from '../../desk/settings.ts';
import { saveCopy } from '../../desk/copying.ts';
import { byteSize, count, dateTime, visibleText } from '../../format.ts';
import { useWords, type ScreenText } from '../../text/text.ts';

const intervals = [0, 10, 30, 60, 240] as const;
const reminders = [0, 1, 7, 14, 30] as const;

/** How often backups are made, when one is reminded of a copy, and the backups of the open assessment. */
export function Backups({ settings }: { readonly settings: Settings }) {
  const desk = useDesk();
  const { text } = useWords();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  return (
    <section aria-labelledby="settings-backups">
      <h2 id="settings-backups">{text('settings.backups')}</h2>
      <Choice label={text('settings.every')} value={settings.backupMinutes} options={[...intervalOptions(text, settings.backupMinutes)]} choose={(backupMinutes) => { void changeSettings(desk, { backupMinutes }); }} testId="every" />
      <Choice label={text('settings.remind')} why={text('settings.remind-why')} value={settings.copyReminderDays} options={[...reminderOptions(text, settings.copyReminderDays)]} choose={(copyReminderDays) => { void changeSettings(desk, { copyReminderDays }); }} testId="remind" />
      {assessment === null ? <p className="muted">{text('backups.none-open')}</p> : <BackupsOf key={assessment} assessment={assessment} remind={settings.copyReminderDays} />}
    </section>
  );
}

type Option = { readonly value: number; readonly label: string };

/** The usual values, and the one that stands where it was set otherwise. */
function intervalOptions(text: ScreenText, now: number): readonly Option[] {
  const usual = intervals.map((value): Option => ({ value, label: text(`settings.every-${value}`) }));
  return usual.some(({ value }) => value === now) ? usual : [...usual, { value: now, label: text('settings.every-other', { minutes: now }) }];
}

function reminderOptions(text: ScreenText, now: number): readonly Option[] {
  const usual = reminders.map((value): Option => ({ value, label: text(`settings.remind-${value}`) }));
  return usual.some(({ value }) => value === now) ? usual : [...usual, { value: now, label: text('settings.remind-other', { days: now }) }];
}

function BackupsOf({ assessment, remind }: { readonly assessment: string; readonly remind: number }) {
  const desk = useDesk();
  const { text } = useWords();
  const name = useDeskState(({ working }) => working?.header.fileName ?? '');
  const [view, setView] = useState<BackupsView | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [result, setResult] = useState<{ readonly good: boolean; readonly words: string } | null>(null);
  const read = useCallback(() => ask(desk, 'readBackups', { assessment }), [desk, assessment]);
  useEffect(() => {
    let wanted = true;
    void read().then((fresh) => { if (wanted && fresh !== null) setView(fresh); });
    return () => { wanted = false; };
  }, [read, remind]);
  const during = async (what: string, work: () => Promise<void>) => {
    setBusy(what);
    setResult(null);
    await work();
    setBusy(null);
  };
  const make = () => during('make', async () => {
    const made = await ask(desk, 'makeBackup', { assessment });
    if (made === null) return;
    setView(made);
    say(desk, text('backups.made'));
  });
  const copy = () => during('copy', async () => {
    if (await saveCopy(desk)) setView(await read() ?? view);
  });
  const drill = (row: BackupRow) => during(row.backup, async () => {
    const found = await ask(desk, 'drillBackup', { assessment, backup: row.backup });
    if (found !== null) setResult({ good: found.ok, words: drillWords(row, found, text, desk.store.get().start?.settings.language ?? 'zh') });
  });
  const restore = (row: BackupRow) => during(row.backup, async () => {
    const card = await ask(desk, 'restoreBackup', { assessment, backup: row.backup });
    if (card !== null) setResult({ good: true, words: text('backups.restored', { name: card.name }) });
  });
  return (
    <div className="backups" aria-busy={busy !== null}>
      <h3>{text('backups.of', { name: visibleText(name) })}</h3>
      {view !== null && <p className={view.copyDue ? 'warn' : 'muted'} data-testid="last-copy">{[view.copyDue ? text('backups.copy-due') : '', view.lastCopyAt === null ? text('backups.no-copy') : text('backups.last-copy', { time: dateTime(view.lastCopyAt) })].filter((part) => part !== '').join(' ')}</p>}
      <div className="form-actions">
        <button type="button" className="button button-primary" disabled={busy !== null} onClick={() => { void make(); }} data-testid="backup-now">{text(busy === 'make' ? 'backups.making' : 'backups.make')}</button>
        <button type="button" className="button" disabled={busy !== null} onClick={() => { void copy(); }} data-testid="backup-copy">{text('backups.copy')}</button>
      </div>
      {result !== null && <p className={result.good ? 'result-good' : 'result-bad'} role="status" data-testid="backup-result">{result.words}</p>}
      {view !== null && <Table rows={view.rows} busy={busy} drill={(row) => { void drill(row); }} restore={(row) => { void restore(row); }} />}
      <p className="muted small">{text('backups.drill-why')}</p>
    </div>
  );
}

type TableProps = { readonly rows: readonly BackupRow[]; readonly busy: string | null; readonly drill: (row: BackupRow) => void; readonly restore: (row: BackupRow) => void };

function Table({ rows, busy, drill, restore }: TableProps) {
  const { text, language } = useWords();
  if (rows.length === 0) return <p className="muted">{text('backups.none')}</p>;
  return (
    <table className="table" data-testid="backups">
      <thead><tr><th>{text('backups.when')}</th><th className="number">{text('backups.size')}</th><th className="number">{text('backups.events')}</th><th>{text('backups.state')}</th><th><span className="unseen">{text('backups.restore')}</span></th></tr></thead>
      <tbody>
        {rows.map((row) => {
          const time = dateTime(row.at);
          return (
            <tr key={row.backup}>
              <td className="nowrap">{time}</td><td className="number nowrap">{byteSize(row.bytes)}</td><td className="number">{count(row.events, language)}</td>
              <td><span className={row.verified ? 'tag tag-good' : 'tag tag-warn'}>{text(row.verified ? 'backups.verified' : 'backups.unverified')}</span></td>
              <td className="table-actions">
                <button type="button" className="link" disabled={busy !== null} aria-label={text('backups.drill-of', { time })} onClick={() => { drill(row); }} data-testid="backup-drill">{text(busy === row.backup ? 'backups.drilling' : 'backups.drill')}</button>
                <button type="button" className="link" disabled={busy !== null} aria-label={text('backups.restore-of', { time })} onClick={() => { restore(row); }} data-testid="backup-restore">{text('backups.restore')}</button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function drillWords(row: BackupRow, found: { readonly ok: boolean; readonly events: number; readonly artefacts: number; readonly firstFault: { readonly zh: string; readonly en: string } | null }, text: ScreenText, language: 'zh' | 'en'): string {
  const time = dateTime(row.at);
  if (found.ok || found.firstFault === null) return text('backups.drilled', { time, events: count(found.events, language), artefacts: count(found.artefacts, language) });
  return text('backups.drill-failed', { time, why: found.firstFault[language] });
}
