import { useId } from 'react';

type ChoiceProps<Value> = {
  readonly label: string; readonly why?: string; readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly choose: (value: Value) => void; readonly testId: string;
};

/** A setting with a few values: its name, what it means, and the values side by side. */
export function Choice<Value extends string | number>({ label, why, value, options, choose, testId }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="setting">
      <span><span id={id}>{label}</span>{why !== undefined && <span className="muted small">{why}</span>}</span>
      <div className="segments" role="group" aria-labelledby={id}>
        {options.map((option) => <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => { choose(option.value); }} data-testid={`${testId}-${option.value}`}>{option.label}</button>)}
      </div>
    </div>
  );
}
