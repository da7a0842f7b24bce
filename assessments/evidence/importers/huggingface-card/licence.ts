import { isPlaceholder } from '../../placeholder.ts';
import { type Spot, textAt, textsAt } from '../../spot.ts';

/** The licence by name; `other` names it in a field of its own. */
export function licenceOf(matter: Spot): string | null {
  const written = [...textsAt(matter, 'license'), ...textsAt(matter, 'licenses')].filter((text) => !isPlaceholder(text));
  const named = textAt(matter, 'license_name');
  return named !== null && (written.length === 0 || written[0] === 'other') ? named : written.length === 0 ? null : written.join(', ');
}
