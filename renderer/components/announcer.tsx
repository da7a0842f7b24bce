import { useEffect } from 'react';
import { useDesk, useDeskState } from '../desk/desk.ts';
import { useWords } from '../text/text.ts';

const shownFor = 5000;

/** Reads out what was saved and which level moved. */
export function Announcer() {
  const announcement = useDeskState((state) => state.announcement);
  return <div className="unseen" role="status" aria-live="polite" data-testid="announcer">{announcement}</div>;
}

/** One line at the foot of the window: what was undone, for some seconds; what went wrong, until it is closed. */
export function ToastLine() {
  const { store } = useDesk();
  const { text } = useWords();
  const toast = useDeskState((state) => state.toast);
  const hide = () => { store.set((state) => (state.toast?.id === toast?.id ? { ...state, toast: null } : state)); };
  useEffect(() => {
    if (toast === null || toast.tone === 'bad') return undefined;
    const timer = setTimeout(() => { store.set((state) => (state.toast?.id === toast.id ? { ...state, toast: null } : state)); }, shownFor);
    return () => { clearTimeout(timer); };
  }, [toast, store]);
  if (toast === null) return null;
  return (
    <div className={`toast toast-${toast.tone}`} role={toast.tone === 'bad' ? 'alert' : undefined} data-testid="toast">
      <span>{toast.text}</span>
      <button type="button" className="link" onClick={hide}>{text('dialog.close')}</button>
    </div>
  );
}
