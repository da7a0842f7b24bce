/** Creates the assessment named on the command line and saves so many ratings, one at a time. */
import { v7 } from 'uuid';
import { createAssessment } from '../../electron/storage/store.ts';
import { anna, creation, rating } from '../builders/journal.ts';

const [path = '', count = '0'] = process.argv.slice(2);
const store = createAssessment(path, { surroundings: { now: () => new Date(), newId: v7, device: 'rig' } });
store.append([creation], { author: anna });
for (let saved = 0; saved < Number(count); saved += 1) store.append([rating('F')], { author: anna });
