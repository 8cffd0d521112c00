"""The words by which a page's furniture is known, by reason.

Only words in here decide; no rule knows a publisher. Every entry is written folded (lower case,
straight quotes, single spaces). A reason is shown to the person as it stands.
"""

from __future__ import annotations

NEWSLETTER = "newsletter line"
SHARE = "share bar"
RELATED = "related links"
COMMENTS = "comments"
COOKIES = "cookie or consent line"
COPYRIGHT = "copyright line"
PLACEHOLDER = "placeholder"
SUBSCRIBE = "call to subscribe or follow"
READ_ON = "call to read on"
ADVERT = "advertisement mark"
CONTROL = "page control"
MENU = "menu"
TAGS = "topic tags"
CREDIT = "picture credit"
DIVIDER = "dividing line"
BYLINE = "byline"
DATE_LINE = "date line"
NOTE = "note about the page"
CREDITS = "credits of the news desk"

WHOLE: dict[str, tuple[str, ...]] = {
    RELATED: (
        "you may also like|you might also like|you may also be interested in|you might be interested in|related|"
        "related articles|related article|related stories|related story|related posts|related news|related topics|"
        "related content|related coverage|related links|related reading|related items|more related stories|"
        "recommended|recommended for you|recommended stories|recommended reading|recommended articles|"
        "more from this author|more from author|more on this story|more on this topic|more on this|more stories|"
        "more news|more like this|more to explore|more in this section|see also|also read|also see|read also|"
        "read more|read next|read this next|what to read next|up next|next article|previous article|next post|"
        "previous post|next story|keep reading|continue reading|trending|trending now|trending stories|"
        "trending topics|most read|most popular|most viewed|most commented|most shared|top stories|"
        "latest news|latest stories|latest articles|latest posts|recent posts|recent articles|popular posts|"
        "popular stories|popular now|popular articles|editor's picks|editors' picks|editor's choice|"
        "don't miss|in case you missed it|from around the web|around the web|promoted stories|promoted content|"
        "sponsored stories|sponsored links|from our partners|paid content|you may have missed|"
        "share your thoughts on this story",
        "das könnte sie auch interessieren|das könnte dich auch interessieren|auch interessant|mehr zum thema|"
        "lesen sie auch|lesen sie mehr|weitere artikel|weitere meldungen|meistgelesen|verwandte artikel",
        "à lire aussi|a lire aussi|lire aussi|lire la suite|sur le même sujet|vous aimerez aussi|les plus lus|"
        "articles similaires|articles liés|dans la même rubrique",
        "también te puede interesar|te puede interesar|le puede interesar|lea también|lee también|leer más|"
        "noticias relacionadas|artículos relacionados|lo más leído|más noticias|más leídas",
        "leia também|leia mais|veja também|notícias relacionadas|mais lidas|saiba mais",
        "leggi anche|potrebbe interessarti|articoli correlati|i più letti|notizie correlate",
        "lees ook|lees meer|meer over dit onderwerp|meest gelezen|gerelateerde artikelen",
        "читайте также|по теме|материалы по теме|смотрите также|читать далее|самое читаемое|ещё по теме",
        "читайте також|за темою|більше за темою",
        "اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|قد يعجبك أيضا",
        "بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|پربازدیدترین|خبرهای مرتبط|همچنین بخوانید",
        "קראו גם|כתבות נוספות|עוד בנושא",
        "相关阅读|相关新闻|相关文章|推荐阅读|延伸阅读|热门文章|阅读更多|相關新聞|延伸閱讀",
        "関連記事|関連ニュース|あわせて読みたい|おすすめ記事|関連リンク|続きを読む",
        "관련 기사|관련기사|많이 본 뉴스|추천 기사|더 보기",
        "यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|और पढ़ें",
        "ilgili haberler|bunlar da ilginizi çekebilir|ayrıca okuyun|en çok okunanlar",
    ),
    COMMENTS: (
        "leave a comment|leave a reply|leave your comment|leave comment|comments|comment|no comments|no comments yet|"
        "post a comment|add a comment|write a comment|join the conversation|join the discussion|view comments|"
        "show comments|read comments|hide comments|load comments|all comments|be the first to comment|have your say|"
        "start the conversation|cancel reply|post comment|submit comment|comments are closed|"
        "log in to comment|sign in to comment|login to comment|reader comments|your comment|comments are turned off|"
        "your email address will not be published|required fields are marked *|"
        "your email address will not be published. required fields are marked *|"
        "save my name, email, and website in this browser for the next time i comment|"
        "this site uses akismet to reduce spam. learn how your comment data is processed",
        "kommentare|kommentar schreiben|kommentar verfassen|schreiben sie einen kommentar|diskutieren sie mit|"
        "schreibe einen kommentar",
        "commentaires|laisser un commentaire|réagir|ajouter un commentaire|0 commentaire",
        "comentarios|deja un comentario|deja una respuesta|dejar un comentario|escribe un comentario",
        "comentários|deixe um comentário|deixe uma resposta",
        "commenti|lascia un commento|lascia una risposta",
        "reacties|reageer|plaats een reactie|laat een reactie achter",
        "комментарии|оставить комментарий|добавить комментарий|коментарі|залишити коментар",
        "التعليقات|تعليقات|اترك تعليقا|اترك تعليقاً|أضف تعليق|نظرات|نظر شما|دیدگاه‌ها|ارسال نظر|תגובות|הוסף תגובה",
        "评论|发表评论|网友评论|留言|コメント|コメントする|コメントを残す|댓글|댓글 쓰기|टिप्पणियाँ|yorumlar|yorum yap",
    ),
    ADVERT: (
        "advertisement|advertisements|advertising|ad|ads|advert|sponsored|sponsored content|paid post|promoted|"
        "story continues below advertisement|story continues below|article continues below|"
        "article continues after advertisement|article continues below advertisement|continues after advertisement|"
        "advertisement - scroll to continue|advertisement - continue reading below|scroll to continue|"
        "scroll to continue with content|continue reading below|report ad|skip ad|remove ads|"
        "anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|реклама|إعلان|اعلان|تبلیغات|"
        "פרסומת|广告|廣告|広告|スポンサーリンク|광고|विज्ञापन|reklam",
    ),
    CONTROL: (
        "skip to content|skip to main content|skip to navigation|skip to footer|toggle navigation|toggle search|menu|"
        "open menu|close menu|main menu|search|search for:|close|log in|login|sign in|sign up|sign out|log out|"
        "register|my account|back to top|return to top|scroll to top|go to top|print this page|print this article|"
        "listen to this article|listen to article|save article|save for later|bookmark|add to favorites|"
        "load more|show more|see more|view all|see all|show all|loading|click to enlarge|enlarge image|"
        "hide caption|toggle caption|view image in fullscreen|open image in gallery|play video|watch video|"
        "play now|turn on desktop notifications|text size|font size|view gallery|"
        "jump to navigation|skip advertisement|enable javascript|please enable javascript|"
        "zum inhalt springen|zur startseite|menü|suche|anmelden|aller au contenu|se connecter|rechercher|"
        "ir al contenido|iniciar sesión|buscar|vai al contenuto|accedi|ga naar inhoud|inloggen|"
        "перейти к содержанию|войти|поиск|الانتقال إلى المحتوى|بحث|جستجو|登录|搜索|メニュー|ログイン|검색|로그인",
    ),
    SUBSCRIBE: (
        "subscribe|subscribe now|subscribe today|subscribe for free|become a member|become a subscriber|donate|"
        "donate now|support us|support our work|support our journalism|get the app|download the app|"
        "download our app|follow us|follow us on|follow|join now|start your free trial|try it free|"
        "already a subscriber|"
        "already a member|get unlimited access|this article is for subscribers only|buy now|give now|"
        "jetzt abonnieren|abonnieren|folgen sie uns|s'abonner|abonnez-vous|suivez-nous|je m'abonne|suscríbete|"
        "suscribirse|síguenos|assine|assine já|siga-nos|abbonati|seguici|abonneer|volg ons|подписаться|"
        "подписывайтесь|підписатися|اشترك|اشترك الآن|تابعنا|ما را دنبال کنید|עקבו אחרינו|订阅|关注我们|フォローする|"
        "구독하기|구독|abone ol",
    ),
    NEWSLETTER: (
        "newsletter|newsletters|our newsletter|newsletter signup|newsletter sign-up|sign up for newsletter|"
        "email address|your email|your email address|enter your email|enter your email address|email newsletter|"
        "newsletter abonnieren|newsletter bestellen|inscrivez-vous à la newsletter|boletín|boletines|"
        "рассылка|النشرة البريدية|خبرنامه|ニュースレター|뉴스레터|bülten",
    ),
    COOKIES: (
        "accept all|accept all cookies|accept cookies|reject all|manage cookies|manage preferences|cookie settings|"
        "cookie preferences|cookie policy|cookies|privacy policy|privacy notice|privacy settings|terms of use|"
        "terms of service|terms and conditions|terms & conditions|do not sell my personal information|"
        "do not sell or share my personal information|your privacy choices|accessibility statement|"
        "alle akzeptieren|datenschutz|impressum|agb|tout accepter|mentions légales|aceptar todo|"
        "política de privacidad|informativa sulla privacy|privacybeleid|политика конфиденциальности|"
        "سياسة الخصوصية|隐私政策|プライバシーポリシー|개인정보처리방침",
    ),
    PLACEHOLDER: ("lorem ipsum|lorem ipsum dolor sit amet|headline goes here|text goes here|tk|tktk",),
}
"""Lines that are furniture when nothing else stands on them (a count such as "(12)" is allowed)."""

MENU_WORDS = frozenset(
    [
        "home",
        "news",
        "latest",
        "world",
        "politics",
        "business",
        "economy",
        "markets",
        "finance",
        "money",
        "sport",
        "sports",
        "football",
        "opinion",
        "culture",
        "arts",
        "books",
        "film",
        "music",
        "tv",
        "lifestyle",
        "life",
        "style",
        "fashion",
        "food",
        "travel",
        "health",
        "science",
        "tech",
        "technology",
        "environment",
        "climate",
        "education",
        "weather",
        "video",
        "videos",
        "photos",
        "pictures",
        "podcasts",
        "podcast",
        "audio",
        "live",
        "live tv",
        "more",
        "us",
        "u.s.",
        "uk",
        "europe",
        "asia",
        "africa",
        "americas",
        "middle east",
        "local",
        "national",
        "international",
        "entertainment",
        "celebrity",
        "motoring",
        "cars",
        "jobs",
        "property",
        "real estate",
        "shop",
        "store",
        "events",
        "about",
        "about us",
        "contact",
        "contact us",
        "careers",
        "advertise",
        "help",
        "faqs",
        "support",
        "archive",
        "archives",
        "sitemap",
        "site map",
        "rss",
        "terms",
        "privacy",
        "editorial",
        "columns",
        "features",
        "crosswords",
        "games",
        "puzzles",
        "horoscopes",
        "obituaries",
        "classifieds",
        "e-paper",
        "epaper",
        "my account",
        "menu",
        "search",
        "sections",
        "startseite",
        "politik",
        "wirtschaft",
        "kultur",
        "wissen",
        "reise",
        "meinung",
        "panorama",
        "accueil",
        "politique",
        "économie",
        "culture",
        "société",
        "monde",
        "inicio",
        "política",
        "economía",
        "deportes",
        "cultura",
        "mundo",
        "sociedad",
        "home page",
        "cronaca",
        "esteri",
        "economia",
        "esportes",
        "nieuws",
        "sport en spel",
        "главная",
        "новости",
        "политика",
        "экономика",
        "спорт",
        "общество",
        "культура",
        "в мире",
        "الرئيسية",
        "أخبار",
        "سياسة",
        "اقتصاد",
        "رياضة",
        "ثقافة",
        "صفحه اصلی",
        "سیاسی",
        "اقتصادی",
        "ورزشی",
        "فرهنگی",
        "首页",
        "新闻",
        "国际",
        "财经",
        "体育",
        "娱乐",
        "ホーム",
        "ニュース",
        "政治",
        "経済",
        "スポーツ",
        "홈",
        "정치",
        "경제",
        "사회",
        "스포츠",
    ]
)
"""Section names; one is a heading, several in a row are a menu."""

SHARE_WORDS = frozenset(
    [
        "share",
        "tweet",
        "facebook",
        "twitter",
        "x",
        "whatsapp",
        "linkedin",
        "e-mail",
        "email",
        "mail",
        "print",
        "copy link",
        "copy",
        "link",
        "pin",
        "pin it",
        "pinterest",
        "reddit",
        "telegram",
        "messenger",
        "tumblr",
        "flipboard",
        "instagram",
        "youtube",
        "tiktok",
        "bluesky",
        "threads",
        "mastodon",
        "wechat",
        "weibo",
        "line",
        "viber",
        "pocket",
        "sms",
        "save",
        "like",
        "post",
        "send",
        "threads",
        "truth social",
        "rss",
        "google+",
        "google news",
        "teilen",
        "drucken",
        "partager",
        "imprimer",
        "envoyer",
        "compartir",
        "imprimir",
        "enviar",
        "compartilhar",
        "condividi",
        "stampa",
        "delen",
        "поделиться",
        "вконтакте",
        "одноклассники",
        "شارك",
        "مشاركة",
        "طباعة",
        "اشتراک\u200cگذاری",
        "שתפו",
        "שיתוף",
        "分享",
        "微信",
        "微博",
        "シェア",
        "ツイート",
        "공유",
        "paylaş",
    ]
)
"""Words of share bars; a line made of nothing else, with two of them or a word of sharing, is one."""

SHARING = frozenset(
    [
        "share",
        "tweet",
        "teilen",
        "partager",
        "compartir",
        "compartilhar",
        "condividi",
        "delen",
        "поделиться",
        "شارك",
        "مشاركة",
        "اشتراک\u200cگذاری",
        "שתפו",
        "שיתוף",
        "分享",
        "シェア",
        "ツイート",
        "공유",
        "paylaş",
        "copy link",
        "pin it",
    ]
)
"""Of these one alone is enough."""
