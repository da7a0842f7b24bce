import { expect, test } from 'vitest';
import { factTypes } from '#assessments';
test('the door of the core opens', () => { expect(Object.keys(factTypes)).toContain('update.strategy'); });
