/** The process that decodes and parses an evidence file to show a place in it. */
import { answerer } from './answer.ts';
import { openParent } from '../../intake/parent.ts';
import type { FromShower, ToShower } from './messages.ts';

const parent = openParent<ToShower, FromShower>();
const answer = answerer();
parent.hear((asked) => { void answer(asked).then((answered) => parent.say(answered)); });
