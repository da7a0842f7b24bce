import { placeText, type Fact } from '#assessments';

/** File and place of a fact in one line. */
export function factPlace({ place }: Fact): string {
  return placeText(place);
}
