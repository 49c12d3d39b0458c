// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way to sign with a pair of keys. There is none without keys and none with a shared secret here, so a public key can
 * never be taken for a secret.
 */
enum JwsAlgorithm {
    ES256("ES256", "EC", "P-256", "SHA256withECDSAinP1363Format", null),
    ES384("ES384", "EC", "P-384", "SHA384withECDSAinP1363Format", null),
    ES512("ES512", "EC", "P-521", "SHA512withECDSAinP1363Format", null),
    RS256("RS256", "RSA", "", "SHA256withRSA", null),
    RS384("RS384", "RSA", "", "SHA384withRSA", null),
    RS512("RS512", "RSA", "", "SHA512withRSA", null),
    PS256("PS256", "RSA", "", "RSASSA-PSS", pss(MGF1ParameterSpec.SHA256, 32)),
    PS384("PS384", "RSA", "", "RSASSA-PSS", pss(MGF1ParameterSpec.SHA384, 48)),
    PS512("PS512", "RSA", "", "RSASSA-PSS", pss(MGF1ParameterSpec.SHA512, 64)),
    EDDSA("EdDSA", "OKP", "Ed25519", "Ed25519", null);

    private static final int WEAKEST_RSA = 2048;
    private static final JwsAlgorithm[] ALL = values();

    private final String label;
    private final String keyType;
    private final String curve;
    private final String signature;
    // immutable, though not known to be
    @SuppressWarnings("ImmutableEnumChecker")
    private final @Nullable AlgorithmParameterSpec parameters;

    JwsAlgorithm(
            String label, String keyType, String curve, String signature, @Nullable AlgorithmParameterSpec parameters) {
        this.label = label;
        this.keyType = keyType;
        this.curve = curve;
        this.signature = signature;
        this.parameters = parameters;
    }

    private static AlgorithmParameterSpec pss(MGF1ParameterSpec mask, int saltLength) {
        return new PSSParameterSpec(mask.getDigestAlgorithm(), "MGF1", mask, saltLength, 1);
    }

    static Optional<JwsAlgorithm> find(String label) {
        for (var algorithm : ALL) {
            if (algorithm.label.equals(label)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    String label() {
        return label;
    }

    String keyType() {
        return keyType;
    }

    /** The one curve of this algorithm; empty when its keys have none. */
    String curve() {
        return curve;
    }

    boolean verify(PublicKey key, byte[] text, byte[] signed) throws GeneralSecurityException {
        refuseWeak(key);
        var verifier = instance();
        verifier.initVerify(key);
        verifier.update(text);
        return verifier.verify(signed);
    }

    byte[] sign(PrivateKey key, byte[] text) throws GeneralSecurityException {
        refuseWeak(key);
        var signer = instance();
        signer.initSign(key);
        signer.update(text);
        return signer.sign();
    }

    private Signature instance() throws GeneralSecurityException {
        var instance = Signature.getInstance(signature);
        if (parameters != null) {
            instance.setParameter(parameters);
        }
        return instance;
    }

    private static void refuseWeak(Key key) throws GeneralSecurityException {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < WEAKEST_RSA) {
            throw new GeneralSecurityException("RSA keys must have 2048 bits or more");
        }
    }
}
