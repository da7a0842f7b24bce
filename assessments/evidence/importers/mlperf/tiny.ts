import type { Fact } from '../../facts.ts';
import { linesOf } from '../../text-lines.ts';
import { type Measured, measuredFacts, plainNumber } from './measured.ts';

const stamped = /^[0-9]{1,7}\.[0-9]{3} ulp-ml(?:perf)?: (.*)$/;
const result = /^(?:Median (throughput|energy cost) is ([0-9.]{1,20}) (\S{1,20}?)\.?|(Top-1|Top-5|AUC|Accuracy): ([0-9.]{1,20})(%?))$/;
const most = 10_000;

/** Lines of the runner of MLPerf Tiny with a result among them; logs of a session hold none. */
export function isTinyResult(text: string): boolean {
  return /^\s*[0-9]{1,7}\.[0-9]{3} ulp-ml(?:perf)?: /.test(text.slice(0, 200)) && linesOf(text.slice(0, 400_000)).every((line) => line.trim() === '' || stamped.test(line.trim()));
}

/** The final values; those of single windows only lead to them. The folders name board, benchmark and mode. */
export function tinyFacts(file: string, text: string): readonly Fact[] {
  const lines = linesOf(text);
  const benchmark = /(?:^|\/)(ad|ic|kws|vww)\/[^/]+\/[^/]+$/.exec(file)?.[1];
  return measuredFacts(file, lines.length, 'mlperf-tiny', { tasks: benchmark === undefined ? [] : [benchmark] }, lines.slice(0, most).flatMap(measuredOn));
}

function measuredOn(line: string, index: number): readonly Measured[] {
  const [, measure, amount, unit = null, score = '', percent, sign] = result.exec(messageOf(line)) ?? [];
  const value = plainNumber(amount ?? percent);
  if (value === null) return [];
  return [{ metric: measure === undefined ? score : `median ${measure}`, value, unit: sign === '%' ? '%' : unit, line: index + 1 }];
}

/** What the runner says behind the time. */
function messageOf(line: string): string {
  return stamped.exec(line.trim())?.[1]?.trim() ?? '';
}
