import type { VoiceTexts } from '../../en/late/en-voice.ts';

export const trVoice: VoiceTexts = {
  turnOff: 'Sesli konuşmayı kapat',
  asking: 'Tarayıcın bu sayfanın mikrofonu kullanmasına izin verip vermediğini soruyor.',
  hold: 'Konuşmak için basılı tut',
  heard: 'Seni duyuyorlar',
  closed: 'Mikrofon kapalı. Konuşmak için basılı tut; bir dokunuş açık bırakır.',
  closedByKey: (key: string) =>
    `Mikrofon kapalı. Konuşmak için ${key} tuşunu basılı tut; bu düğmeye basmak açık bırakır.`,
  opened: 'Mikrofon açık. Kapatmak için bas.',
  how: 'Konuşmak için düğmeyi basılı tut. Bir dokunuş mikrofonu bir sonrakine kadar açık bırakır. Oyun kolunda sol tetikle ya da seçtiğin düğmeyle konuşulur.',
  howByKey: (key: string) =>
    `Konuşmak için ${key} tuşunu ya da düğmeyi basılı tut. Bir dokunuş mikrofonu bir sonrakine kadar açık bırakır. Oyun kolunda sol tetikle ya da seçtiğin düğmeyle konuşulur.`,
  latch: 'Mikrofonu açık bırak',
  nobody: 'Henüz başka kimse sesli konuşmayı açmadı.',
  speaking: 'konuşuyor',
  states: { connecting: 'ses bağlanıyor', open: 'ses açık', failed: 'bu ses için yol bulunamadı' },
  volume: (name: string) => `${name} ses düzeyi`,
  problems: {
    insecure:
      'Tarayıcılar mikrofonu yalnızca https sayfalarına verir. Bu sunucuyu işletenden bir https adresi iste.',
    denied:
      'Mikrofon engellenmiş. Adresin yanından ya da sistem ayarlarından bu sayfaya izin ver ve tekrar dene.',
    missing: 'Mikrofon bulunamadı. Bir tane tak ve tekrar dene.',
    busy: 'Mikrofon başlamıyor: Başka bir program kullanıyor olabilir. Onu kapat ve tekrar dene.',
    ended: 'Mikrofon çıkarıldı ya da izni geri alındı. Geri geldiğinde sesli konuşmayı yeniden aç.',
  },
};
