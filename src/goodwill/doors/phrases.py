"""Set phrases of letters and mail programs in seven languages: what announces a quotation, what ends a letter."""

import re


def _any(*phrases: str, before: str = r"\s*", after: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}(?:{'|'.join(phrases)}){after}", re.IGNORECASE)


# Behind dashes: everything below is an older message.
_OLDER = (
    "original[ -](?:message|appointment)",
    "forwarded (?:message|by)",
    "urspr(?:ü|ue)ngliche (?:nachricht|mail)",
    "weitergeleitete nachricht",
    "message d['’]origine",
    "message (?:transféré|original)",
    "courriel original",
    "mensaje (?:original|reenviado)",
    "messaggio (?:originale|inoltrato)",
    "mensagem (?:original|encaminhada)",
    "oorspronkelijk bericht",
)
OLDER = _any(*_OLDER, before=r"\s*-{2,}\s*", after=r"\b.{0,80}$")
FORWARDED = _any(
    "begin forwarded message",
    "anfang der weitergeleiteten (?:nachricht|e-?mail)",
    "début du message (?:réexpédié|transféré)",
    "inicio del mensaje reenviado",
    "inizio messaggio inoltrato",
    after=r"\s*:\s*$",
)
ATTRIBUTION = _any(
    r"on\b.{4,250}\b(?:wrote|writes|said)",
    r"am\b.{4,250}\bschrieb\b.{0,120}",
    r".{2,120}\bschrieb am\b.{4,120}",
    r"le\b.{4,250}\ba écrit",
    r"el\b.{4,250}\bescribi[óo]",
    r"il\b.{4,250}\bha scritto",
    r"op\b.{4,250}\bschreef\b.{0,120}",
    r"em\b.{4,250}\bescreveu",
    after=r"\s*:\s*$",
)
ATTRIBUTION_STARTS = frozenset({"on ", "am ", "le ", "el ", "il ", "op ", "em "})

# The fields Outlook repeats above the message it answers.
FROM = _any("from", "von", "de", "da", "van", "expéditeur", before=r"[\s*]*", after=r"\s*:[\s*]*\S")
_SENT = ("sent", "date", "gesendet", "datum", "envoyé", "enviado(?: el)?", "fecha", "inviato", "data", "verzonden")
SENT = _any(*_SENT, before=r"[\s*]*", after=r"\s*:[^\d\n]{0,60}\d")
_TO = ("to", "cc", "subject", "an", "betreff", "à", "objet", "para", "asunto", "oggetto", "aan", "onderwerp", "assunto")
TO = _any(*_TO, before=r"[\s*]*", after=r"\s*:")

# Added by a device or a program, not by its owner.
DEVICE = _any(
    r"sent (?:from|via|with|using) (?:my|outlook|mail|yahoo|proton|gmail|samsung|the)\b",
    r"get outlook for\b",
    r"von meinem .{2,40} gesendet",
    r"diese nachricht wurde von meinem\b",
    r"gesendet (?:von|mit) (?:meine[mr]|outlook|mail|proton|gmx|web\.de|der)\b",
    r"envoyé (?:de(?:puis)?|à partir de) (?:mon|outlook|mail|yahoo)\b",
    r"télécharger outlook\b",
    r"enviado (?:desde|de) (?:mi|outlook|mail|yahoo)\b",
    r"obtener outlook\b",
    r"inviato da(?:l mio)? (?:iphone|ipad|outlook|mail|smartphone|cellulare)",
    r"verzonden (?:vanaf|met) (?:mijn|outlook|mail)\b",
    after=r".{0,120}$",
)
CLOSER = _any(
    r"(?:with )?(?:best|kind(?:est)?|warm(?:est)?|many|very best)?\s*(?:regards|wishes|thanks)",
    "all the best|best|cheers|thanks(?: again)?|thank you|sincerely|take care|love",
    "yours(?: sincerely| faithfully| truly)?",
    "(?:mit )?(?:freundlichen?|besten?|herzlichen?|vielen?|liebe[nr]?|schönen?) (?:grü(?:ß|ss)en?|gru(?:ß|ss)|dank)",
    "mfg|vg|lg",
    "(?:bien )?cordialement|bien à (?:vous|toi)|sincères salutations|amicalement",
    "(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|un abrazo",
    "cordiali saluti|met vriendelijke groet(?:en)?|atenciosamente",
    after=r"\s*[,.!–-]?\s*$",
)
LEGAL = _any(
    "this (?:e-?mail|message|communication)(?: and| is| may| contains|,).{0,200}(?:confidential|intended|privilege)",
    r"confidentiality notice|disclaimer\s*:",
    "diese e-?mail .{0,80}vertraulich",
    "ce (?:message|courriel|mail) .{0,160}confidentiel",
    "este (?:mensaje|correo) .{0,160}confidencial",
    "please consider the environment before printing",
)
# Put above a mail by the receiver's own mail server.
BANNER = _any(
    r"(?:caution|warning|external|achtung|vorsicht|attention)\b.{0,120}\b(?:outside|external|extern|externe|extérieur)\b",
    r"this (?:e-?mail|message) (?:originated|was sent|came) from (?:outside|an external)\b",
    r"(?:e-?mail )?(?:is )?from (?:an external|outside)\b.{0,60}\bsender\b",
    r"(?:please )?(?:do not|don['’]t) click\b.{0,120}\b(?:links?|attachments?)\b",
    r"you don['’]t often get e-?mail from\b",
    r"\[?external(?: e-?mail)?\]?\s*$",
    before=r"[\s*\[⚠]*",
)
