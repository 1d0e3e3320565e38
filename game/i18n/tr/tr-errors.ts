import type { Messages } from '../en/en.ts';

export const trErrors: Messages['errors'] = {
  'link-failed': {
    title: 'Arkadaşına yol yok',
    text: 'Bir güvenlik duvarı aranızdaki doğrudan bağlantıyı engelliyor. Tekrar dene veya başka bir ağ kullan: mobil veri çoğu zaman çalışır.',
  },
  'turn-refused': {
    title: 'Bu sunucunun aktarıcısı yanlış ayarlanmış',
    text: 'Sunucunun dağıttığı şifreyi kabul etmiyor; o olmadan aranızda yol yok. Sunucuyu işleten kişi düzeltebilir.',
  },
  'no-relay': {
    title: 'Arkadaşına yol yok',
    text: 'Bir güvenlik duvarı aranızdaki doğrudan bağlantıyı engelliyor, sunucuyu işleten de aktarıcısını kapatmış. Başka bir ağ dene: mobil veri çoğu zaman çalışır.',
  },
  'newer-version': {
    title: 'Yeni bir sürüm çıktı',
    text: 'Bu sayfa eskisine ait. Devam etmek için yenile: adın ve ayarların kalır.',
  },
  offline: {
    title: 'Bağlantı yok',
    text: 'Sunucu yanıt vermiyor. İnternet bağlantını kontrol edip tekrar dene.',
  },
  'server-error': {
    title: 'Oyunun bir parçası gelmedi',
    text: 'Sunucu yanıt veriyor ama bu parçayı vermiyor. Birazdan tekrar dene.',
  },
  broken: {
    title: 'Oyunun bir parçası başlamıyor',
    text: 'Bu sayfayı yenile. Sürerse sunucuyu işleten kişiye haber ver.',
  },
  'room-locked': {
    title: 'Oda kilitli',
    text: 'Oda sahibi şu an yeni kimseyi almıyor. Daha sonra dene veya başka bir oda ara.',
  },
  'bad-password': {
    title: 'Bu odanın şifresi var',
    text: 'Şifreyi arkadaşından iste. Yalnızca girerken sorulur.',
  },
  'knock-refused': {
    title: 'Oda sahibi seni içeri almadı',
    text: 'Hayır dedi ya da kapıyı çaldığını görmedi. Bir dakika sonra tekrar dene veya başka bir oda ara.',
  },
  'bad-code': {
    title: 'Bu adres hiçbir odaya çıkmıyor',
    text: 'Oda kodunda şu simgelerden altısı bulunur: 23456789 CFGHJMPQRVWX. Kontrol et veya linkin tamamını yapıştır.',
  },
  'no-room': {
    title: 'Böyle bir oda yok',
    text: 'Kod yanlış yazılmış olabilir ya da herkes çıkmıştır. Arkadaşından yeni bir link iste veya kendin oda kur.',
  },
  'room-full': {
    title: 'Bu oda dolu',
    text: 'İzleyici yerleri dahil bütün yerler dolu. Biri çıkınca tekrar dene veya kendin oda kur.',
  },
  'version-reload': {
    title: 'Yeni bir sürüm çıktı',
    text: 'Arkadaşınla oynamak için bu sayfayı yenile. Adın ve ayarların kalır.',
  },
  'version-friend': {
    title: 'Arkadaşında eski bir sürüm var',
    text: 'Arkadaşından sayfayı yenilemesini iste, sonra tekrar dene.',
  },
  'version-lobby': {
    title: 'Sunucuda eski bir sürüm var',
    text: 'Bu oyunun sunucusu güncellenmeli. İşleten kişiye sor; bu arada antrenman çalışır.',
  },
  'no-webrtc': {
    title: 'Bu tarayıcı bağlanamıyor',
    text: 'WebRTC bu tarayıcıda kapalı. Aç veya başka bir tarayıcı kullan; antrenman onsuz da çalışır.',
  },
  'lobby-unreachable': {
    title: 'Lobiye ulaşılamıyor',
    text: 'İnternet bağlantını kontrol edip tekrar dene. Antrenman onsuz da çalışır.',
  },
  'lobby-full': {
    title: 'Sunucu dolu',
    text: 'Şu an daha fazla kişi veya oda almıyor. Bir dakika sonra tekrar dene; bu arada antrenman çalışır.',
  },
  'lobby-restarts': {
    title: 'Sunucu birazdan yeniden başlayacak',
    text: 'Kısa bir süre yeni oda açmıyor. Bir dakika sonra tekrar dene; bu arada antrenman çalışır.',
  },
  'network-full': {
    title: 'Senin ağından çok kişi var',
    text: 'Bu sunucu bir ağdaki kişi ve oda sayısını sınırlar. Bir sekmeyi veya odayı kapat ya da bir dakika sonra tekrar dene.',
  },
  'host-gone': {
    title: 'Oda sahibi gitmiş',
    text: 'Seni içeri alacak kimse kalmadı. Yeni bir oda kur ve yeni linki gönder.',
  },
  'host-silent': {
    title: 'Oda sahibi yanıt vermiyor',
    text: 'Cihazı uykuda ya da ağsız olabilir. Geri gelince tekrar dene.',
  },
  'room-closed': {
    title: 'Bu oda kapatıldı',
    text: 'Sunucuyu işleten kişi odayı kapattı, içindeki maç da bitti.',
  },
  'room-ended': {
    title: 'Oda sona erdi',
    text: 'Sen yokken içinde kimse kalmadı. Yeni bir oda kur ve yeni linki gönder.',
  },
  removed: {
    title: 'Odadan çıkarıldın',
    text: 'Oda sahibi veya diğerleri böyle karar verdi. Kod, ancak oda sahibi izin verirse yeniden işler.',
  },
  'join-timeout': {
    title: 'Katılmak çok uzun sürdü',
    text: 'Bağlantı var ama maçı yüklemek için çok yavaş. Birazdan tekrar dene.',
  },
  'rate-limited': {
    title: 'Çok fazla denedin',
    text: 'Lütfen bir dakika bekle, sonra tekrar dene.',
  },
  replaced: {
    title: 'Başka bir sekmede oynuyorsun',
    text: 'Bu oda başka bir sekmende veya pencerende açıldı. Orada devam et ya da burada yeniden katıl.',
  },
  unknown: {
    title: 'Bir şeyler ters gitti',
    text: 'Lütfen tekrar dene. Sürerse sayfayı yenile.',
  },
  'no-webgl': {
    title: 'Saha çizilemiyor',
    text: 'WebGL bu tarayıcıda kapalı. Ayarlarından donanım hızlandırmayı aç veya başka bir tarayıcı kullan.',
  },
  'no-audio': {
    title: 'Burada ses yok',
    text: 'Bu tarayıcı ses çalamıyor. Oyun sessiz devam eder.',
  },
  'webgl-lost': {
    title: 'Görüntü gitti',
    text: 'Bu cihazın grafiği durdu. Sahayı yeniden görmek için sayfayı yenile: odadaki yerin durur.',
  },
};
