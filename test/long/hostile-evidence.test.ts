import { describeTour } from '../offline/payloads/describe-tour.ts';

describeTour({ thorough: true });
