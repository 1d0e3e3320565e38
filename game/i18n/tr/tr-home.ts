import type { Messages } from '../en/en.ts';

export const trHome: Messages['home'] = {
  tagline: 'Arkadaşlarla arena topu, doğrudan tarayıcıda.',
  nickLabel: 'Adın',
  newNick: 'Başka bir ad',
  badge: 'Diskinde ne yazsın',
  makeRoom: 'Arkadaşınla oyna',
  makeRoomHint: 'oda kur, linki gönder',
  codeLabel: 'Kodla katıl',
  codePlaceholder: 'kod veya link',
  join: 'Katıl',
  replays: 'Tekrarlar',
  publicRooms: 'Herkese açık odalar',
  publicRoomsHint: 'oynayacak birilerini bul',
  password: 'Şifre',
  practice: 'Tek başına antrenman',
  practiceHint: 'botlarla, internetsiz de çalışır',
  practiceChoice: 'Harita, takım ve seviye seç',
  attract: (keys) => `${keys} tuşlarına bas: hemen oynuyorsun.`,
  attractTouch: 'Sahaya dokun: hemen oynuyorsun.',
  promises: 'Hesap yok · reklam yok · takip yok · oyuncular birbirinin IP adresini görür',
  notNow: 'Şimdi değil',
  invited: (code) => `${code} odasına davetlisin.`,
  invitedBy: (name) => `${name} seni davet ediyor.`,
  room: 'Oda',
  here: 'Şu an orada',
  playing: 'Maç',
  rejoin: (sun, wave) => `Maça dön ${sun}–${wave}`,
  rejoinLeft: (time) => `yerin ayrıldı, ${time} kaldı`,
};

export const trJoining: Messages['joining'] = {
  title: (code) => `${code} odasına giriliyor`,
  making: 'Odan kuruluyor',
  lobby: 'Lobiye bağlanılıyor',
  knock: 'Oda sahibinden izin isteniyor',
  host: 'Oda sahibi kısa süreliğine yok. Döner dönmez içeridesin.',
  back: 'Uzun süre yoktun. Odaya dönülüyor…',
  route: 'Arkadaşına doğrudan yol aranıyor',
  hello: 'Selamlaşılıyor',
  snapshot: 'Maç yükleniyor',
  stadium: 'Harita yükleniyor',
  slow: 'Her zamankinden uzun sürüyor. Bazı ağlar birkaç saniye daha ister.',
};

export const trQuick: Messages['quick'] = {
  play: 'Oyna',
  playHint: 'başkalarıyla hızlı maç',
  joining: 'Sahaya…',
  searching: (count) => `${count} kişi arıyor`,
  playing: (count) => `${count} kişi oynuyor`,
  next: (seconds) => `Sonraki maç ${seconds} sn sonra`,
};

export const trLoad: Messages['load'] = {
  newer: 'Yeni bir sürüm çıktı. Almak için sayfayı yenile: adın ve ayarların kalır.',
  newerInRoom: 'Yeni bir sürüm çıktı. Uygun olunca yenile: bu odaya geri dönersin.',
  newerLeaves: 'Yeni bir sürüm çıktı. Yenilersen, artık kimsenin giremediği bu odadan çıkarsın.',
  missing: {
    game: 'Oyunun kendisi eksik.',
    pitch: 'Saha eksik.',
    language: 'Bu dildeki metinler eksik.',
    gamepad: 'Oyun kolu menüleri eksik.',
    settings: 'Ayarlar eksik.',
    practice: 'Antrenman seçenekleri eksik.',
    badge: 'Disk seçenekleri eksik.',
    replays: 'Tekrarlar eksik.',
    beside: 'Odanın bir parçası eksik.',
    stats: 'İstatistikler eksik.',
    sounds: 'Sesler eksik.',
    qr: 'QR kodu eksik.',
  },
};
