// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A page of the list of blobs in a container.
 *
 * @param next the marker of the next page; empty if there is none
 */
record AzureBlobList(List<Blob> blobs, String next) {
    /** A blob; the size is -1 if it is not known. */
    record Blob(String name, long size, Optional<Instant> lastModifiedAt) {
        private static Blob of(Map<String, String> fields) {
            var size = fields.getOrDefault("Content-Length", "");
            return new Blob(
                    fields.getOrDefault("Name", ""),
                    size.matches("\\d{1,18}") ? Long.parseLong(size) : -1,
                    HttpReading.lastModified(Optional.ofNullable(fields.get("Last-Modified"))));
        }
    }

    static AzureBlobList parse(byte[] xml) throws IOException {
        var blobs = new ArrayList<Blob>();
        var rest = new HashMap<String, String>();
        var fields = rest;
        try {
            for (var element : elements(xml)) {
                if (element.name().equals("Blob")) {
                    blobs.add(Blob.of(fields));
                    fields = new HashMap<>();
                } else {
                    fields.put(element.name(), element.text());
                }
            }
        } catch (XMLStreamException malformed) {
            throw new IOException("The list of blobs is not valid XML", malformed);
        }
        return new AzureBlobList(List.copyOf(blobs), fields.getOrDefault("NextMarker", ""));
    }

    /** What an answer that tells of a failure says; nothing if it says it in another way. */
    static Optional<String> errorMessage(byte[] xml) {
        try {
            return elements(xml).stream()
                    .filter(element -> element.name().equals("Message"))
                    .map(Element::text)
                    .findFirst();
        } catch (XMLStreamException otherwise) {
            return Optional.empty();
        }
    }

    /** An element that has ended, with the text in it. */
    private record Element(String name, String text) {}

    private static List<Element> elements(byte[] xml) throws XMLStreamException {
        var reader = factory().createXMLStreamReader(new ByteArrayInputStream(xml));
        var texts = new ArrayDeque<StringBuilder>();
        var result = new ArrayList<Element>();
        while (reader.hasNext()) {
            read(reader, reader.next(), texts, result);
        }
        return result;
    }

    private static void read(XMLStreamReader reader, int event, Deque<StringBuilder> texts, List<Element> result) {
        switch (event) {
            case XMLStreamReader.START_ELEMENT -> texts.push(new StringBuilder());
            case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                if (!texts.isEmpty()) {
                    texts.element().append(reader.getText());
                }
            }
            case XMLStreamReader.END_ELEMENT ->
                result.add(new Element(reader.getLocalName(), texts.pop().toString()));
            default -> {
                // comments and the like
            }
        }
    }

    /** Without document types, and with them entities. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
