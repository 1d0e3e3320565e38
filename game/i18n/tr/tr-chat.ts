import type { Messages } from '../en/en.ts';

export const trChat: Messages['chat'] = {
  title: 'Sohbet',
  empty: 'Henüz kimse bir şey yazmadı.',
  field: 'Mesajın',
  placeholder: 'Mesaj…',
  send: 'Gönder',
  write: 'Mesaj yaz',
  byKeyboard: 'Yazmak için klavye kullan veya odayı bekle.',
  toAll: 'Herkese',
  toTeam: 'Takımıma',
  team: 'takım',
  toYou: 'sana',
  keys: 'Enter gönderir, Tab okuyacakları değiştirir, Esc kapatır',
  quickTitle: 'Hızlı sohbet',
  quick: ['Pas!', 'Vur!', 'Savun', 'Bende', 'Helal!', 'Pardon', 'İyi oyundu', 'Sağ ol'],
  emotes: {
    like: 'beğendi',
    wow: 'şaşırdı',
    angry: 'kızgın',
    cool: 'havalı',
    laugh: 'gülüyor',
    cry: 'ağlıyor',
    love: 'bayıldı',
    sleepy: 'uykulu',
  },
  says: (name, text) => `${name}: ${text}`,
  mute: (name) => `Sustur: ${name}`,
  unmute: (name) => `Yeniden dinle: ${name}`,
  refusals: {
    nobody: 'Henüz seni duyacak kimse yok.',
    empty: 'Gönderilecek bir şey yok.',
    'too-fast': 'Yavaş: birkaç saniye bekle.',
    'no-team': 'Yalnızca oyuncuların takımı var.',
  },
  choice: 'Başkalarının yazdıkları',
  choices: { on: 'Hepsi', quick: 'Yalnızca hızlı sohbet', off: 'Hiçbiri' },
};

export const trText: Messages['text'] = {
  empty: 'Görünen bir şey yaz.',
  'too-long': (max) => `Çok uzun: en fazla ${max} karakter.`,
  'too-big': 'Çok büyük: bir şeyleri çıkar.',
  marks: 'Bir harfte çok fazla işaret var.',
  direction: 'Gizli karakterler yazı yönünü değiştiriyor: baştan yaz.',
};
