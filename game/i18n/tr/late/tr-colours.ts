import type { ColoursTexts } from '../../en/late/en-colours.ts';

export const trColours: ColoursTexts = {
  title: 'Kendi renklerin',
  hue: 'Renk tonu',
  strength: 'Canlılık',
  lightness: 'Açıklık',
  use: 'Kendi renklerinle oyna',
  inUse: 'Kullanımda. Herkes bu renkleri ayırt eder.',
  fits: 'Herkes bu renkleri ayırt eder.',
  refused: 'Bu renkler alınmadı; takımlar olduğu gibi kaldı.',
  pitch: (team) => `${team} sahanın rengine çok yakın.`,
  letters: (team) => `${team} üzerindeki harfler için çok koyu.`,
  ball: (team) => `${team} topun beyazına çok yakın.`,
  apart: (eyes) => `Takımlar ${eyes} birbirine çok benziyor.`,
  sights: {
    normal: 'çoğu göz için',
    protan: 'kırmızıyı görmeyen gözler için',
    deutan: 'yeşili görmeyen gözler için',
    tritan: 'maviyi görmeyen gözler için',
    grey: 'renksiz ekranda',
  },
};
