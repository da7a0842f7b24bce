/** A requirement's code that leads to it. */
export function RequirementLink({ id, go }: { readonly id: string; readonly go: () => void }) {
  return <button type="button" className="link code" onClick={go}>{id}</button>;
}
