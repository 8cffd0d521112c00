"""Shapes of sentences that belong to a page and not to an article.

Each pattern is tried on a folded block (see ``furniture.folded``) of at most ``LONGEST`` characters, from
its first word. They ask for the second person, an imperative or a phrase no reporter writes, because
a body line set aside by mistake is worse than a newsletter line that stays.
"""

from __future__ import annotations

import re

from factdesk.readers import furniture_words as words

LONGEST = 420
"""Characters; longer blocks are the article's, whatever their first words are."""

_NET = r"(?:facebook|twitter|x|whatsapp|linkedin|instagram|telegram|youtube|tiktok|threads|bluesky|mastodon|reddit)"
_PIECE = r"(?:article|story|post|report|piece|page|column|interview|video|content)"
_PICTURE = (
    r"(?:main |feature |featured |header |lead |file |cover |top )?"
    r"(?:images?|photos?|photographs?|photography|pictures?|pics?|graphics?|illustrations?|bild|foto|fotos|imagen|"
    r"immagine|фото|عکس|تصویر)"
)

_SENTENCES: tuple[tuple[str, str], ...] = (
    (
        words.NEWSLETTER,
        r"(?:stay (?:informed|up to date|in the know|updated)|subscribe|sign up|sign me up|join (?:our|the|us|"
        r"over|more|thousands)|"
        r"get (?:the|our|your|all|more|this)|enter your e-?mail|never miss|don't miss|want (?:more|the|to)|"
        r"like what you|"
        r"receive (?:the|our)|register (?:for|to)|delivered|enjoy(?:ed|ing)? this|thank you for (?:signing|"
        r"subscribing)|"
        r"click here to (?:subscribe|sign up)|by (?:signing up|subscribing|submitting|providing|entering))\b"
        r".*\b(?:newsletters?|inbox|mailing list|e-?mail (?:alerts?|updates?|list|address)|breaking news alerts?|"
        r"daily briefing|morning briefing)\b.*",
    ),
    (
        words.NEWSLETTER,
        r"(?:abonnieren sie|melden sie sich|inscrivez-vous|recevez|abonnez-vous|suscríbase|suscríbete|regístrate|"
        r"recibe|assine|receba|"
        r"iscriviti|ricevi|meld je aan|schrijf je in|подпишитесь|подписывайтесь|підпишіться|اشترك|عضو شوید)\b.*"
        r"\b(?:newsletters?|boletín|boletines|nieuwsbrief|infolettre|рассылк\w*|розсилк\w*|نشرتنا|النشرة|خبرنامه)\b.*",
    ),
    (
        words.SUBSCRIBE,
        r"(?:follow|like|find|join|connect with|subscribe to) (?:us|our|me)\b.*\b" + _NET + r"\b.*",
    ),
    (words.SUBSCRIBE, r"follow (?:@?\w+(?: \w+){0,3}) on " + _NET + r"\b.{0,60}"),
    (
        words.SUBSCRIBE,
        r"(?:(?:to|please) (?:continue reading|read (?:the full|this|more))\b.{0,60}\b(?:subscribe|sign in|log in|"
        r"register)\b.*|"
        r"subscribe (?:now |today )?(?:to|for|and) (?:continue|read|unlock|get|unlimited|access|full|our|the)\b.*|"
        r"(?:already|not yet) (?:a )?(?:subscriber|subscribed|member|registered)\b.*|"
        r"(?:please )?(?:support|help (?:us )?(?:fund|support|keep)) (?:our|independent|quality|us|local|"
        r"this) (?:work|journalism|reporting|site|newsroom|mission)\b.*|"
        r"(?:become a|join as a) (?:member|supporter|subscriber|patron)\b.*|"
        r"make a (?:tax-deductible )?(?:donation|contribution)\b.*|"
        r"(?:download|get) (?:the|our) .{0,40}\bapp\b.*|create (?:a|your) free account\b.*|"
        r"start your .{0,20}\btrial\b.*|"
        r"this (?:article|story|content) is (?:only )?(?:for|available to|reserved for) (?:our )?(?:subscribers|"
        r"members)\b.*|"
        r"you (?:have|'ve) (?:reached|used|read) .{0,40}\bfree articles?\b.*)",
    ),
    (
        words.COOKIES,
        r"(?:(?:we|this (?:web)?site|our (?:web)?site|our partners|we and our .{0,40}) (?:use|uses|"
        r"store)\b.*\bcookies?\b.*|"
        r"(?:by (?:continuing|using|clicking|browsing|accepting))\b.*\b(?:cookies?|terms|privacy policy)\b.*|"
        r"(?:accept|allow|reject|manage|decline) (?:all |your |our |my )?cookies?\b.{0,80}|"
        r".{0,60}\bprotected by recaptcha\b.*|(?:wir verwenden|nous utilisons|utilizamos|usamos|utilizziamo|"
        r"wij gebruiken) cookies\b.*|"
        r"мы используем (?:файлы )?cookie.*)",
    ),
    (
        words.COPYRIGHT,
        r"(?:(?:©|\(c\)|copyright\b).{0,200}|.{0,120}\ball rights reserved\b.{0,160}|"
        r"this (?:material|content) may not be (?:published|reproduced)\b.*|.{0,80}(?:alle rechte vorbehalten|"
        r"tous droits réservés|"
        r"todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|"
        r"alle rechten voorbehouden|"
        r"все права защищены|усі права захищені|جميع الحقوق محفوظة|تمامی حقوق .{0,30}محفوظ|版权所有|"
        r"all rights reserved).{0,80})",
    ),
    (
        words.READ_ON,
        r"(?:(?:want|would you like|looking) to (?:learn|know|read|find out|see|hear|"
        r"explore) .{0,120}[?!] *(?:explore|read|see|check|visit|browse|discover|click|sign|follow|subscribe)\b.*|"
        r"(?:explore|browse|see|read|check out|discover|view|visit) (?:all (?:of )?|more (?:of )?|"
        r"the rest of )?(?:our|more) (?:\w+ ){0,3}(?:coverage|articles?|stories|posts|guides?|archives?|reporting|"
        r"section|analysis)\b.{0,120}|"
        r"(?:click|tap) (?:here|on the (?:link|image|video|button))\b.{0,120}|"
        r"(?:for (?:more|the latest|all the latest|further) .{0,80}, ?)(?:visit|see|follow|click|check|sign up|"
        r"subscribe|go to|head to|read our)\b.{0,120}|"
        r"read (?:the )?(?:full|original|entire) (?:article|story|post|report|piece)(?: (?:here|at|on)\b.{0,60})?|"
        r"(?:what do you think|what are your thoughts|let us know)\b.{0,120}\b(?:comments?(?: below| section)?|"
        r"below)\b.{0,60})",
    ),
    (
        words.RELATED,
        r"(?:read more|read also|also read|read next|read|related|related (?:story|article|post|news|coverage|"
        r"video)|see also|"
        r"more on this|watch|watch also|also watch|don't miss|more from [^:]{1,40}|recommended|must read|"
        r"lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|lee también|leia também|leia mais|"
        r"leggi anche|lees ook|"
        r"читайте также|читайте також|اقرأ أيضا|اقرأ أيضاً|بیشتر بخوانید|יקרא גם|相关阅读|関連記事|यह भी पढ़ें) ?[:：|"
        r">»] ?\S.{0,180}[^.。]",
    ),
    (
        words.RELATED,
        r"more (?:from|by) (?:this author|the (?:same )?author|our \w+|[\w' ]{2,30} (?:news|section|desk))",
    ),
    (
        words.COMMENTS,
        r"(?:\d[\d,.]* (?:comments?|replies|responses|reactions)|(?:comments?|kommentare|commentaires|comentarios|"
        r"комментарии|تعليقات|نظرات) ?[(\[:]? ?\d[\d,.]*[)\]]?)",
    ),
    (
        words.COMMENTS,
        r"(?:you must be (?:logged|signed) in to (?:post|leave|comment)\b.*|.{0,40}\bcomments? (?:are|is|"
        r"have been) (?:now )?(?:closed|moderated|disabled|turned off)\b.*)",
    ),
    (
        words.SHARE,
        r"(?:(?:please )?share (?:this|it|on|via|with|the)\b(?: (?:"
        + _PIECE
        + r"|on|via|with|by|friends|your|and|or|in|link|"
        + _NET
        + r"|email|e-mail)\b[,:]?){0,10}|share: .{1,80}|\d[\d,.]*k? shares?)",
    ),
    (
        words.TAGS,
        r"(?:tags?|tagged(?: (?:as|with|in))?|filed (?:under|in)|topics|categories|category|posted in|keywords|"
        r"in this (?:article|story)|schlagworte|mots-clés|etiquetas|теги|الوسوم|برچسب‌ها|标签|"
        r"タグ) ?[:：] ?\S.{0,200}[^.]",
    ),
    (
        words.CONTROL,
        r"(?:(?:estimated )?(?:reading|read) time:? ?.{0,20}\d+ ?(?:min(?:ute)?s?|m)\b.{0,10}|"
        r"\d+[- ]?min(?:ute)?s?[- ]read|\d+ views?|page \d+ of \d+|listen \(?\d+ ?min(?:ute)?s?\)?|"
        r"(?:please )?(?:enable|turn on) javascript\b.*|your browser (?:does not|doesn't) support\b.*)",
    ),
    (
        words.CREDIT,
        r"[(\[]?(?:"
        + _PICTURE
        + r")(?: ?(?:credits?|source|courtesy|via|provided))? ?(?:[:：|/] ?|by |courtesy of )[^.!?]{1,80}\.?[)\]]?",
    ),
    (
        words.CREDIT,
        r"[(\[]?(?:(?:ap|afp|reuters|epa|getty images?|shutterstock|istock|unsplash|dpa|pa|xinhua)(?: (?:photo|"
        r"images?|file))?)(?: ?[/|,-] ?[^.!?]{1,60})[)\]]?",
    ),
    (
        words.CREDIT,
        r"[(\[]?[^.!?]{1,60} ?/ ?(?:ap|afp|reuters|epa|getty images?|shutterstock|istock|unsplash|dpa|pa wire|"
        r"xinhua)(?: (?:photo|images|file))?[)\]]?",
    ),
    (
        words.CREDIT,
        r"\((?:graphic|video|image|photo|source|chart|table)s?:[^()]{1,160}\)(?:\s*\((?:graphic|video|image|photo|"
        r"source)s?:[^()]{1,160}\))*",
    ),
    (
        words.CREDITS,
        r"\(?(?:(?:additional |further )?(?:reporting|writing|editing|edited|compiled|written|translated|"
        r"graphics?) by [^.!?;]{2,90}[.;]? ?){1,4}\)?",
    ),
    (
        words.CREDITS,
        r"\(?(?:with (?:inputs?|files|reporting|additional reporting) from [^.!?]{2,80}|(?:the associated press|"
        r"reuters|afp|ap|[\w ]{2,40}) contributed to this (?:report|story|article))\.?\)?",
    ),
    (
        words.NOTE,
        r"(?:editor's note: ?)?(?:this|the) "
        + _PIECE
        + r" (?:was|has been|is|originally|first) (?:originally |first |previously |also |been )*"
        r"(?:published|appeared|adapted|updated|republished|posted|syndicated|produced|re-?printed)\b.{0,140}",
    ),
    (words.NOTE, r"(?:disclaimer|disclosure) ?: .*"),
    (words.NOTE, r"the views (?:and opinions )?expressed (?:in this|here|by the|are)\b.*"),
    (
        words.NOTE,
        r"(?:this "
        + _PIECE
        + r" (?:contains|may contain|includes) affiliate links|we may earn (?:a |an )?(?:\w+ )?commission|"
        r"(?:if you|when you) (?:buy|purchase|click)\b.{0,80}\bcommission)\b.*",
    ),
    (
        words.NOTE,
        r"(?:do you (?:have|know)|have you (?:got )?|got) (?:a|any|more) (?:news )?(?:tip|story|information|"
        r"correction)s?\b.{0,60}[?].*",
    ),
    (
        words.PLACEHOLDER,
        r"[\[<{(]{1,2} ?(?:link|links|insert|add|image|photo|picture|embed|video|placeholder|caption|your|todo|"
        r"tbd|tk|name|date|source|url|chart|graphic|advert|ad)\b[^\]>})]{0,120}[\]>})]{1,2}",
    ),
    (words.PLACEHOLDER, r"lorem ipsum\b.*"),
)

SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple((why, re.compile(pattern)) for why, pattern in _SENTENCES)
"""Reason and pattern; a block is furniture when a pattern holds all of it."""
