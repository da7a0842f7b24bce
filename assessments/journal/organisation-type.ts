import type { OrganisationType, Pack } from '../catalogue/pack.ts';
import type { AssessmentState } from './state.ts';

/** The name under which the type of the organisation is kept as a parameter of the assessment. */
export const organisationTypeParameter = 'organisation.type';

/** The number of the type that was chosen for the organisation; null where none was, or it was taken back. */
export function chosenOrganisationType({ parameters }: Pick<AssessmentState, 'parameters'>): number | null {
  const chosen = parameters[organisationTypeParameter];
  return typeof chosen === 'number' ? chosen : null;
}

/** The type that was chosen, as the pack describes it; null also where the pack does not know it. */
export function organisationTypeOf({ organisationTypes }: Pick<Pack, 'organisationTypes'>, state: Pick<AssessmentState, 'parameters'>): OrganisationType | null {
  const chosen = chosenOrganisationType(state);
  return organisationTypes.find(({ type }) => type === chosen) ?? null;
}
