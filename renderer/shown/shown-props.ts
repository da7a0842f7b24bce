import { visibleSigns } from '#assessments';

type Props = Readonly<Record<string, unknown>>;

/** Properties that are read by people, as text or by assistive software. What stands in a field to be edited is not among them. */
const read = ['children', 'title', 'aria-label', 'placeholder', 'alt'] as const;

/**
 * The properties of an element with every unseen sign of its texts made visible. It stands at the one place every text
 * goes through on its way to the screen, so that no view can forget it: evidence and names come from anybody.
 */
export function shownProps<Given extends object>(props: Given): Given {
  let shown: Props = props as Props;
  for (const name of read) {
    const value = shown[name];
    const visible = shownValue(value);
    if (visible !== value) shown = { ...shown, [name]: visible };
  }
  return shown as Given;
}

function shownValue(value: unknown): unknown {
  if (typeof value === 'string') return visibleSigns(value);
  if (!Array.isArray(value)) return value;
  const each = value.map(shownValue);
  return each.every((one, at) => one === value[at]) ? value : each;
}
