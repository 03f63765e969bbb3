/**
 * Where functions can run: the names that `regions` and its kin take, with the place, as people know them.
 *
 * Source: https://vercel.com/docs/regions (20 regions that compute, updated 2026-08-11)
 * Date: 2026-11-30
 */
export const regions: Readonly<Record<string, string>> = {
  arn1: 'Stockholm, Sweden',
  bom1: 'Mumbai, India',
  cdg1: 'Paris, France',
  cle1: 'Cleveland, USA',
  cpt1: 'Cape Town, South Africa',
  dub1: 'Dublin, Ireland',
  dxb1: 'Dubai, United Arab Emirates',
  fra1: 'Frankfurt, Germany',
  gru1: 'São Paulo, Brazil',
  hkg1: 'Hong Kong',
  hnd1: 'Tokyo, Japan',
  iad1: 'Washington, D.C., USA',
  icn1: 'Seoul, South Korea',
  kix1: 'Osaka, Japan',
  lhr1: 'London, United Kingdom',
  pdx1: 'Portland, USA',
  sfo1: 'San Francisco, USA',
  sin1: 'Singapore',
  syd1: 'Sydney, Australia',
  yul1: 'Montréal, Canada',
};

/** Where functions run unless something else is said. Source and date as above. */
export const usualRegion = 'iad1';
