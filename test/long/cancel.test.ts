import { test } from 'vitest';
import { cancelImports } from '../rigs/cancelling.ts';

test('an import that is cancelled, at whichever of sixty moments, leaves the file, its folder and the state as they were', () => cancelImports(60));
