import type { FactOf } from '../../facts.ts';
import { type Spot, members, placeOf } from '../../spot.ts';
import { textAt, wholeAt } from '../../spot.ts';
import { plainNumber } from './measured.ts';

/** Who submitted it, in which division and status, and what it runs on. */
export function isSystem(root: Spot): boolean {
  const named = ['submitter', 'division', 'status'].every((key) => valueNamed(root, key) !== null);
  return named && ['system_name', 'board_name', 'accelerator_model_name', 'host_processor_model_name', 'soc_name'].some((key) => members(root).some(([own]) => plain(own) === key));
}

function plain(key: string): string {
  return key.trim().toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}

function valueNamed(root: Spot, key: string): string | null {
  const found = members(root).find(([own]) => plain(own) === key);
  const text = found === undefined ? null : textAt(found[1]);
  return text === null || text.trim() === '' || /^n\/?a$/i.test(text.trim()) ? null : text.trim();
}

function wholeNamed(root: Spot, key: string): number | null {
  const found = members(root).find(([own]) => plain(own) === key);
  return found === undefined ? null : wholeAt(found[1]);
}

/** Accelerators and processors of a node times its nodes; memory only where one number with a unit is written. */
export function systemFacts(root: Spot): readonly FactOf<'environment.definition'>[] {
  const nodes = wholeNamed(root, 'number_of_nodes');
  const times = (count: number | null) => (count === null ? null : count * (nodes ?? 1));
  const hardware = [valueNamed(root, 'accelerator_model_name'), valueNamed(root, 'host_processor_model_name'), valueNamed(root, 'soc_name'), valueNamed(root, 'processor_s_name')].filter((text) => text !== null);
  return [{
    type: 'environment.definition', place: placeOf(root), also: [], image: null, imageDigest: null, name: valueNamed(root, 'system_name') ?? valueNamed(root, 'board_name') ?? root.file, kind: 'compute', system: 'mlperf', stage: 'unstated',
    runtimeVersion: valueNamed(root, 'framework') ?? valueNamed(root, 'inference_framework'), pinned: false, packages: 0, unpinned: 0, stages: null, unprivileged: false, healthChecked: false,
    cpus: times(coresOf(root)), memoryBytes: bytesIn(valueNamed(root, 'host_memory_capacity') ?? valueNamed(root, 'soc_memory_capacity_not_including_processor_or_accelerator_')), gpus: times(wholeNamed(root, 'accelerators_per_node')), nodes,
    hardware: hardware.length === 0 ? null : [...new Set(hardware)].join(', ').slice(0, 300).toWellFormed(), autoscaled: false, protected: false, location: null,
  }];
}

function coresOf(root: Spot): number | null {
  const [sockets, cores] = [wholeNamed(root, 'host_processors_per_node'), wholeNamed(root, 'host_processor_core_count')];
  return sockets === null || cores === null ? cores ?? sockets : sockets * cores;
}

const units: Readonly<Record<string, number>> = { K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 };

function bytesIn(written: string | null): number | null {
  const [, amount, unit] = /^([0-9]{1,9}(?:\.[0-9]{1,6})?)\s*([KMGT])i?B$/i.exec(written ?? '') ?? [];
  const value = plainNumber(amount);
  return value === null || unit === undefined ? null : Math.round(value * (units[unit.toUpperCase()] ?? 1));
}
