// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads credentials from an XML answer of AWS's token service. */
final class AwsStsAnswer {
    private AwsStsAnswer() {}

    static AwsCredentials parse(String xml) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var document = builder.parse(new InputSource(new StringReader(xml)));
            return new AwsCredentials(
                    element(document, "AccessKeyId"),
                    element(document, "SecretAccessKey"),
                    Optional.of(element(document, "SessionToken")));
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException("The answer of AWS's token service is no XML", malformed);
        }
    }

    private static String element(Document document, String name) throws IOException {
        var found = document.getElementsByTagName(name);
        if (found.getLength() != 1) {
            throw new IOException("The answer of AWS's token service has no " + name);
        }
        return found.item(0).getTextContent().strip();
    }
}
