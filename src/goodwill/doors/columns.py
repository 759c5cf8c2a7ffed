"""Finds the columns of a table by their names, in English, German, French and Spanish, or as the user tells."""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

HEADER_WITHIN = 20
DELIMITERS = ",;\t|"


def _names(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_NAMED = r" (full |display )?(name|company)"
_CODED = r"( (id|no|nr|number|code|account))?"
_NAME_OF = r"(name of |name )"
_SUPPLIER = (
    r"(supplier|vendor|payee|creditor|seller|landlord|lieferant|kreditor|vermieter|fournisseur|creancier|bailleur"
    r"|proveedor|acreedor)"
)
_CUSTOMER = (
    r"(customer|client|debtor|buyer|payer|tenant|kunde|debitor|mieter|acheteur|debiteur|locataire|cliente|deudor"
    r"|comprador|inquilino)"
)
_WHO = {
    "supplier": _names(
        _SUPPLIER + _NAMED,
        _NAME_OF + _SUPPLIER,
        _SUPPLIER,
        _SUPPLIER + _CODED,
        _SUPPLIER + r"(name|nr|nummer)",
        r"lifnr",
    ),
    "customer": _names(
        _CUSTOMER + _NAMED,
        _NAME_OF + _CUSTOMER,
        _CUSTOMER,
        _CUSTOMER + _CODED,
        _CUSTOMER + r"n?(name|nr|nummer)",
        r"kunnr",
    ),
    "counterparty": _names(
        r"counter ?party( name)?|other party",
        r"company( name)?|business partner|partner|party|contact( name)?|account name|name",
        r"firma|gescha(e)?ftspartner|gegenpartei|tiers|societe|empresa|contraparte",
    ),
    "mail": _names(r"((customer|client|supplier|vendor|contact|tenant) )?e ?mail( address)?"),
}

PAYMENTS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    **_WHO,
    "issue": _names(
        r"(invoice|issue|bill|billing|document|order)( issue)? (date|day)|date (issued|invoiced)",
        r"(issued|invoiced)( on)?|date of (issue|invoice)",
        r"rechnungsdatum|belegdatum|ausstellungsdatum|ausgestellt( am)?",
        r"date( de)?( la)? (facture|facturation|emission)",
        r"fecha( de)?( la)? (factura|emision)|posting date|date|datum|fecha|bldat",
    ),
    "due": _names(
        r"(payment |invoice |net )?due( (date|day|on|by))?|date due|payable by|pay by|netdt",
        r"(netto)?fa(e)?llig(keit|keitsdatum| am)?|zahlbar bis|(date d )?echeance|(fecha de )?vencimiento",
    ),
    "settled": _names(
        r"(fully )?(settled|settlement|paid|payment|cleared|clearing)( (date|day|on|at))|date (settled|paid|cleared)",
        r"last payment( date)?|date of( last)? payment",
        r"settled|cleared|(payment )?received( (date|day|on))?",
        r"(bezahlt|gezahlt|beglichen|ausgeglichen)( am)?|zahlungseingang( am)?",
        r"(zahlungs|zahlungseingangs|ausgleichs)datum",
        r"date( de| du)? (paiement|reglement)|(paye|regle)e?( le)?",
        r"fecha( de)? pago|pagad[oa]( el)?|paid|ausgleich|augdt",
    ),
    "amount": _names(
        r"(invoice |bill |gross |total )?amount( (?!due)[a-z]{3})?|amount in (local|document|company code) currency",
        r"betrag in (haus|beleg)wa(e)?hrung",
        r"(invoice |grand )?total( [a-z]{3})?|(invoice )?value|gross",
        r"(brutto|rechnungs|gesamt)?betrag( [a-z]{3})?|summe|montant( (ttc|ht))?|total ttc|importe( total)?",
        r"(invoice )?amount due( [a-z]{3})?",
    ),
    "balance": _names(
        r"(open |outstanding )?balance( due)?|invoice amount due|amount (open|outstanding)",
        r"offener betrag|restbetrag|saldo|solde|saldo pendiente",
    ),
    "status": _names(r"(invoice |bill |payment )?status|statut|estado"),
    "currency": _names(r"((local|document) )?currency( (code|key))?|ccy|waers|wa(e)?hrung|devise|moneda|divisa"),
    "number": _names(
        r"(invoice|bill|document|inv)( (number|no|nr|ref|reference))?",
        r"(invoice|bill|document|inv) id|number|num|reference|ref",
        r"rechnungs(nummer|nr)|rechnung( nr)?|beleg(nummer|nr)",
        r"(numero|n|no)( de)?( la)? (facture|factura)|facture|factura",
    ),
    "direction": _names(r"direction|invoice type|type|kind|art|typ|richtung|sens|tipo|ledger"),
}

DELIVERIES: Mapping[str, tuple[re.Pattern[str], ...]] = {
    **_WHO,
    "owner": _names(r"(milestone |task )?owner|assignee|assigned to|responsible|contractor|freelancer|verantwortlich"),
    "ordered": _names(
        r"(purchase )?order (date|day)|ordered( (date|day|on))?|date ordered|po( sent to vendor)? date",
        r"bestell(datum|t am)|date( de)? commande|fecha( de)? pedido|purchasing document date|document date|bedat",
    ),
    "promised": _names(
        r"(scheduled|promised|expected|requested|agreed|planned)( delivery)?( (date|day|on|by|for))?",
        r"delivery due( date)?|(need(ed)?|req(uire)?d)( by)?( date)?|schedule date|wunschtermin|eindt",
        r"due( (date|day|on|by))?|eta|liefertermin|date( de)? livraison prevue|fecha( de entrega)? prevista",
        r"delivery date|lieferdatum",
    ),
    "delivered": _names(
        r"delivered( to client)?( (date|day|on))?|(goods )?received( (date|day|on))?|date (delivered|received)",
        r"actual delivery( date)?|delivery date|geliefert( am)?|lieferdatum|date( de)? livraison|livree?( le)?",
        r"fecha( de)? (entrega|recepcion)|entregad[oa]|(goods )?receipt( posting)? date|gr( posting)? date",
        r"wareneingang(sdatum)?|posting date of( the)? (gr|goods receipt)",
    ),
    "number": _names(
        r"(po|order|purchase order)( so)?( (number|no|nr|id|ref))?|bestell(nummer|nr)",
        r"(numero( de)? )?(commande|pedido)|milestone|deliverable|meilenstein|purchasing document|ebeln",
    ),
    "shipment": _names(r"(asn|dn|asn dn|shipment|delivery note|consignment)( (number|no|nr|id))?|lieferschein(nr)?"),
    "item": _names(r"(po |order )?(item|line|position)( (no|number|nr))?|pos|ebelp|item code|material( number)?"),
    "quantity": _names(
        r"(ordered|order|po|scheduled|required) (qty|quantity)|(qty|quantity)( ordered)?|(bestell)?menge"
    ),
    "came": _names(
        r"(delivered|received|accepted|gr) (qty|quantity)|(qty|quantity) (delivered|received|accepted)|liefermenge"
    ),
}

CLAIMS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    **_WHO,
    "certificate": _names(
        r"certificat(e|ion)( (name|type))?|credential|licen[cs]e|qualification|accreditation|insurance( type)?",
        r"zertifikat|nachweis|bescheinigung|certificat|certificado",
    ),
    "valid_from": _names(
        r"(issued|valid from|issue date|date issued|effective( date)?|start( date)?)( on)?|ausgestellt( am)?|gultig ab"
    ),
    "expires": _names(
        r"(expires|expiry|expiration|valid (until|to|till|through)|renewal|end)( (date|day|on))?",
        r"gu(e)?ltig bis|ablaufdatum|valable jusqu au|valido hasta",
    ),
}

RATINGS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "by": _names(r"by|source|rater"),
    "about": _names(r"about|target|ratee"),
    "value": _names(r"value|rating|weight|score"),
    "at": _names(r"at|time|timestamp|date|day"),
    "matter": _names(r"matter"),
}

FIELDS = PAYMENTS.keys() | DELIVERIES.keys() | CLAIMS.keys() | RATINGS.keys()


@dataclass(frozen=True)
class Layout:
    """How a table is laid out: its delimiter, the row of its header (0 where it has none), and which column is what."""

    delimiter: str
    header_line: int
    header: tuple[str, ...]
    roles: Mapping[str, int]

    @cached_property
    def width(self) -> int:
        """Say how many cells a row must have to hold every column that counts."""
        return max(self.roles.values(), default=-1) + 1


def normal(name: str) -> str:
    """Write a column's name plainly: words in lower case without accents or zone, a hash sign read as `number`.

    >>> normal("invoiceNumber"), normal("PO / SO #"), normal("Fällig am"), normal("Paid At (UTC)")
    ('invoice number', 'po so number', 'fallig am', 'paid at')
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name[:100]).replace("#", " number ").replace("№", " number ")
    plain = unicodedata.normalize("NFKD", spaced.replace("ß", "ss")).lower()
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split()).removesuffix(" utc")


def cells(text: str, delimiter: str) -> list[str] | None:
    """Part one row into its cells, or give None where it cannot be parted."""
    try:
        return next(csv.reader((text,), delimiter=delimiter), [])
    except csv.Error:
        return None


def roles_of(
    header: Sequence[str], schema: Mapping[str, tuple[re.Pattern[str], ...]], told: Mapping[str, str]
) -> dict[str, int]:
    """Say which column holds what: as told first, then by its name, the most usual name first; a column counts once."""
    names = [normal(cell) for cell in header]
    found: dict[str, int] = {}
    for role, column in told.items():
        if role in schema and normal(column) in names:
            found[role] = names.index(normal(column))
    for role, patterns in schema.items():
        for pattern in patterns:
            index = next((i for i, n in enumerate(names) if i not in found.values() and pattern.fullmatch(n)), None)
            if role not in found and index is not None:
                found[role] = index
    return found


def layout(
    first_lines: Sequence[str],
    schema: Mapping[str, tuple[re.Pattern[str], ...]],
    told: Mapping[str, str],
) -> Layout | None:
    """Find the header among the first lines: the row and delimiter in which most columns are known."""
    best: Layout | None = None
    for number, text in enumerate(first_lines[:HEADER_WITHIN], 1):
        for delimiter in DELIMITERS:
            header = cells(text.removeprefix("\ufeff"), delimiter) if delimiter in text else None
            if header and len(header) <= 500:
                roles = roles_of(header, schema, told)
                if len(roles) > (len(best.roles) if best else 1):
                    best = Layout(delimiter, number, tuple(header), roles)
    return best


def columns_of(first_lines: Sequence[str]) -> list[str]:
    """List the columns of a table whose header was not understood, so that a person can say which is which.

    The header is taken to be the first of the widest rows: above it programs write the name of the report.
    """
    parted = [cells(text, max(DELIMITERS, key=text.count)) or [] for text in first_lines[:HEADER_WITHIN]]
    widest = max(parted, key=len, default=[])
    return [cell.strip() for cell in widest] if len(widest) > 1 else []
