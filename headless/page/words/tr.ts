import type { PageWords } from './en.ts';

/** Turkish. */
export const tr: PageWords = {
  title: 'Oda betiği çalıştır',
  intro:
    'Betik bu sekmede çalışır ve sekme açık kaldıkça bir odayı yönetir. Başka hiçbir sayfaya ve tarayıcının bu sunucu için sakladığı hiçbir şeye erişemez.',
  process: 'Dosya veya paket isteyen betikler program olarak çalışır: npm run room.',
  script: 'Betik',
  hint: 'Bir betik yapıştır, buraya bir dosya bırak ya da bir dosya seç.',
  choose: 'Dosya seç',
  run: 'Çalıştır',
  stop: 'Durdur',
  state: {
    idle: 'Çalışan betik yok.',
    starting: 'Betik başlıyor…',
    running: 'Betik çalışıyor.',
    lost: 'Bu sayfanın bir parçası gelmedi. Bağlantını kontrol et ve betiği yeniden çalıştır.',
  },
  unreadable: 'Bu dosya metin olarak okunamıyor.',
  link: 'Odanın bağlantısı',
  noLink: 'Betik odasını açınca bağlantı burada görünür.',
  copy: 'Bağlantıyı kopyala',
  copied: 'Kopyalandı.',
  notCopied: 'Burada kopyalamaya izin yok: bağlantıyı seçip kendin kopyala.',
  console: 'Konsol',
  noLines: 'Henüz bir şey yok.',
  clear: 'Konsolu temizle',
  warn: 'Uyarı',
  error: 'Hata',
};
