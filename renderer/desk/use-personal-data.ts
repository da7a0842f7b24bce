import { useEffect, useState } from 'react';
import { useDesk, useDeskState } from './desk.ts';
import { cancelJob, newJob, readPersonalData, type PersonalFiles } from './managing.ts';

/** The files in which personal data was seen; null until all have been looked at. Looks again when the files change. */
export function usePersonalData(files: number): PersonalFiles | null {
  const desk = useDesk();
  const assessment = useDeskState(({ working }) => working?.assessment ?? null);
  const [seen, setSeen] = useState<PersonalFiles | null>(null);
  useEffect(() => {
    if (assessment === null || files === 0) return undefined;
    const job = newJob('personal');
    let wanted = true;
    void readPersonalData(desk, job).then((found) => {
      if (wanted) setSeen(found);
    });
    return () => {
      wanted = false;
      void cancelJob(desk, job);
    };
  }, [desk, assessment, files]);
  return seen;
}
