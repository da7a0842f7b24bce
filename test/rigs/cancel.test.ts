import { test } from 'vitest';
import { cancelImports } from './cancelling.ts';

test('an import that is cancelled, at whichever of twelve moments, leaves the file, its folder and the state as they were', () => cancelImports(12));
