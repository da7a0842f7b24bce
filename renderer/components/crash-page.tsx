import { en } from '../text/en.ts';
import { zh } from '../text/zh.ts';

/** What is left when a screen failed: what happened, that nothing saved is lost, and the way back. */
export function CrashPage({ error }: { readonly error: unknown }) {
  const line = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (
    <main className="plain-page" role="alert" data-testid="crash">
      {[zh, en].map((words, at) => (
        <section key={words['product']} lang={at === 0 ? 'zh-CN' : 'en'}>
          <h1>{words['crash.title']}</h1>
          <p>{words['crash.how']}</p>
          <button type="button" className="button" onClick={() => { window.location.reload(); }}>{words['crash.reload']}</button>
        </section>
      ))}
      <pre>{line}</pre>
    </main>
  );
}
