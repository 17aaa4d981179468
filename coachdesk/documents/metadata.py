"""What a file says about itself: title, dates and standards, and nothing about anybody.

The XMP packet is written by hand because PDF/A wants the `pdfuaid` property declared in an extension schema, which
pikepdf's editor cannot write. `pdfaid` is left out until a validator has confirmed PDF/A-2a.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

PRODUCER = "CoachDesk"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#">
   <dc:format>application/pdf</dc:format>
   <dc:identifier>{identifier}</dc:identifier>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdfuaid:part>1</pdfuaid:part>
   <xmp:CreateDate>{made_at}</xmp:CreateDate>
   <xmp:CreatorTool>{producer}</xmp:CreatorTool>
   <xmp:ModifyDate>{made_at}</xmp:ModifyDate>
   <pdfaExtension:schemas>
    <rdf:Bag>
     <rdf:li rdf:parseType="Resource">
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:property>
       <rdf:Seq>
        <rdf:li rdf:parseType="Resource">
         <pdfaProperty:category>internal</pdfaProperty:category>
         <pdfaProperty:description>Indicates which part of ISO 14289 the file conforms to</pdfaProperty:description>
         <pdfaProperty:name>part</pdfaProperty:name>
         <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        </rdf:li>
       </rdf:Seq>
      </pdfaSchema:property>
     </rdf:li>
    </rdf:Bag>
   </pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says about itself.

    Attributes:
        made_at: has a time zone and counts to the second.
        identifier: number, edition and check code, as `identity` writes them.
    """

    title: str
    language: str
    made_at: datetime
    identifier: str


def xmp(about: About) -> bytes:
    """The metadata packet."""
    return _XMP.format(
        title=escape(about.title),
        language=escape(about.language),
        identifier=escape(about.identifier),
        producer=PRODUCER,
        made_at=about.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    ).encode()


def info(about: About) -> dict[str, str]:
    """The entries of the Info dictionary, which say the same as the packet."""
    moment = about.made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
    return {
        "/Title": about.title,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": moment,
        "/ModDate": moment,
    }
