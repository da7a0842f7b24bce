import { en } from '../text/en.ts';
import { zh } from '../text/zh.ts';

const command = 'npm start';

/** The page without a session: both languages, because no setting can be read. */
export function StartAgain() {
  return (
    <main className="plain-page" data-testid="start-again">
      {[zh, en].map((words, at) => (
        <section key={words['product']} lang={at === 0 ? 'zh-CN' : 'en'}>
          <h1>{words['again.title']}</h1>
          <p>{words['again.why']}</p>
          <p>{words['again.how']}</p>
          <pre>{command}</pre>
          <p className="muted">{words['again.safe']}</p>
        </section>
      ))}
    </main>
  );
}
