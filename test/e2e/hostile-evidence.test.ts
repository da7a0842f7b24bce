import { describeTour } from '../offline/payloads/describe-tour.ts';

// The tour takes minutes: it runs where every packet is read, and thoroughly with the long tests.
describeTour({ thorough: false, wanted: process.env['PACKETS_READ'] !== undefined });
