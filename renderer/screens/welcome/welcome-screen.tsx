import { IdentityForm } from '../../components/identity-form.tsx';
import { useWords } from '../../text/text.ts';

/** First start: who am I, asked once. */
export function WelcomeScreen() {
  const { text } = useWords();
  return (
    <main className="welcome" data-testid="welcome">
      <p className="welcome-product">{text('product')}</p>
      <p className="muted">{text('product.part')}</p>
      <h1>{text('who.title')}</h1>
      <p>{text('who.why')}</p>
      <IdentityForm action={text('who.begin')} done={() => undefined} />
    </main>
  );
}
