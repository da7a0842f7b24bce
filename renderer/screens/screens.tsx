import type { ComponentType } from 'react';
import type { Screen } from '../desk/state.ts';
import { AboutScreen } from './about/about-screen.tsx';
import { CatalogueScreen } from './catalogue/catalogue-screen.tsx';
import { CompareScreen } from './compare/compare-screen.tsx';
import { EvidenceScreen } from './evidence/evidence-screen.tsx';
import { FindingsScreen } from './findings/findings-screen.tsx';
import { GapsScreen } from './gaps/gaps-screen.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { JournalScreen } from './journal/journal-screen.tsx';
import { OverviewScreen } from './overview/overview-screen.tsx';
import { ReportsScreen } from './reports/reports-screen.tsx';
import { ScoreScreen } from './score/score-screen.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';

/** The navigation table: a new screen is one line here and its name in the texts. */
export const screenTable: Readonly<Record<Screen, ComponentType>> = {
  home: HomeScreen, overview: OverviewScreen, score: ScoreScreen, evidence: EvidenceScreen, findings: FindingsScreen, gaps: GapsScreen, compare: CompareScreen, reports: ReportsScreen, catalogue: CatalogueScreen, journal: JournalScreen, settings: SettingsScreen, about: AboutScreen,
};
