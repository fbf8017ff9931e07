/**
 * The drawn pictures that the screens are built towards, as luminance (0 to 255) of 24 x 40 fields, row by row,
 * base64. Enough to see that something has moved, little enough to stand here.
 */
export const columns = 24;
export const rows = 40;

export const pictures = [
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'amount',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19ez19fX19e/y7/Xv5/T19fXh9fX19fX19cnGyc3Ny8/G0crDzvP19ejY9fXsv73PltOxs+WQ5PXbke2mvvX19fX19fX1eX+ggd11c4PFhvV3vIiGb/X19fX19fXpTVHas4Z7d3rZf+xyzXmPcfX19fX19fX1x820etWVl9V41I/GeuGKovX19fb39/f12tjY2Of29/f39fb39/f39/b19P/////p3uvr69X8////+fz////////09OfGy87m07S0v9XU277E4vbeu9LS4dv09PPb4+bm3s/O1dXo4+He7vL23uXo5OP09P3///7vzdra2tL6////+Pr///////309fX29vb38+zs7vf39vb19fX29vb29vX19P////////r3////////9/r////////09P//96////r3///auP//9/r//6Pl///09P//8pn///r3//+8wv//9/r//6fb///09P3///////j2/v/////+9vj///////309fb39/f39/X19/f39/f39fX39/f39/b19P////////r3////////9/r////////09P//74v///r3//+sv///9/r//4Pm///09P//56H///r3///Yv///9/r//67X///09Pv9/f39/fj2/P39/f389vj9/f39/fv09fj5+fn5+fb1+fn5+fn59fb5+fn5+fj19P///PX///r3///6+f//9/r///X////09P//8Jf///r3//+trf//9/r//4DN///09P///8z///r3///Kxv//9/r//8Hr///09Pr8/Pz8/Pf1+/z8/Pz79ff8/Pz8/Pr09fn6+vr6+vb1+vr6+vr69efX19fX19z09P//5fLy//r3///y8v//99fKyo+hysrx9P//ho2x//r3//+xsf//99fKyLi/ysrx9P//sMnU//r3///T0///99eyiH+Jocrx9fn7+/v7+/f1+vv7+/v69ebVxsTGz9r09cGtra2tra2tra2tra2tra2tra2trcH150NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pn40NDa2VDXV1DXUxnWVp4Zl9oR3FrTUPj40NDloVDjKOQrZiThJSagL6BbZaEfEPj40NDeG9DWlpnYm1nS1hzZVxmYG5pS0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'amount',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9c3lyvXvztzX2fXt19vZ1u719fX19fX19fX19fX18OLj6Orr4ubo7PX19fXh9fX19fX19fX17Ma8yMrTxsHE5vX19ejY9fXsv73Hf8ulp9+D3/XThemasvX19fX19fX1eX+fid94dn/Pg/V1xoKLcfX19fX19fXpTVHgvYV6d3vXf+xzzHuOcfX19fX19fX1x820etaVl9Z31Y/HeOKKovX19fb39/f12tjY2Of29/f39fb39/f39/b19P/////p3uvr69X8////+fz////////09OfHy83m07Wzv9XU2L3E4vzo09zQpP709PPb4+bm3s7O1dXo4+He7vz06eTW1f/09P3///7vzdra2tL6////+Pr///////309fX29vb38+zs7vf39vb19fX29vb29vX19P////////r3////////9/r////////09P//+Kz///r3///atv//9/r//5/l///09P//8pn///r3//++wP//9/r//6va///09P3///////j2/v/////+9vj///////309fb39/f39/X19/f39/f39fX39/f39/b19P////////r3////////9/r///7////09P//7oX///r3//+suv//9/r//4Lk///09P//6KH///r3///YwP//9/r//7DY///09Pv9/f39/fj2/P39/f389vj9/f39/fv09fj5+fn5+fb1+fn5+fn59fb5+fn5+fj19P//+er///r3///49///9/r///H////09P//857///r3//+vrv//9/r//4LL///09P///8v///r3///Kx///9/r//8Hr///09Pr8/Pz8/Pf1+/z8/Pz79ff8/Pz8/Pr09fn6+vr6+vb1+vr6+vr69efX19fX19z09P//4O/w//r3///w7///99fKyo+hysrx9P//iY2y//r3//+ysv//99fKw620ysrx9P//sMnT//r3///T0///99fKhWBZu8rx9fn7+/v7+/f1+vv7+/v69ebVwrzB0Nr09cGtra2tra2tra2tra2tra2tra2trcH150NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pn40NDWHhDTIJ3bYxTYW5hdWhSYGFyQ0Pj40NDeIRiRJmcrLBgvnqYooGDgKqUQ0Pj40NDY3NTTW52cYJZWWBecWVkYVxuQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'asking-bank',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fPO1dnp3tnb2+Hk9fX1raG2pc+hpvD19fTk3eDl4dzm5uDq9fX1wMa1ssKvsvH19fX19fX19fX19PDFdqXu9fX19fX19fX19fX19fX19fXz6u3nuoI/zPX19fX19fX19fX19fX19fTq8vX19fXRO+L19fX19fX19fX19fX19e/v9fXFvvX1n4D19fX19fX19fX19fX19evz9fWCrfX16XX19fX19fX19fX19fX19er09fWwqPX19er19fX19fX19fX19fX19e3x5djf19jl8uz19fX19fX19fX19fX19fLr5+Xf3+Hn6/H19fX19fX19fX19fX19fXu7PP19fTs7vX19fX19fX19fX19fX19fX18erq6urw9fX19fX19fX19fX19fX19fX19fX19PX19fX19fX19fX19fX1peGr5MLU2uC1p+bZt9rR4tut8fX19fXmaZV2m3t8jsmVnGiOpo5shp9W8fX19fXw8OTp7Onqr8Xo7ezm7+jm6u3p8fX19fX14tDZx87d4c/a6M7cz9PVy9vi9fX19fX18Ojr5+Ts9Ojt6Ont7ufr6+3t9fX19fWmpvX19fXx9fH19fHx9fX19fX19fX19eNdXuORuL2qybK60L60xuP19fXf3fD19fWmpvXd3tbU5+Lb6trfyfL19fXt7PT19fF8f/Hc9fXu7vXu6PXo9fXo9fXx9fX19eZfXeWypKPArbTAoaTDpZ6kzfXc2vD19fXBwfXx8fHy8vLy8fHy8fHx8/X19fX19eialeim09DH5tTM1tfW1Mv09fXp7PT19eiWkeh4kbCM0peXqIqUnazx9fXf2vH19fXf3/X19fX19fX19fX19fX19fX19fX19e3x8enK1M7c3dzox9rk4c3W5fX19fX19fLm5vLV3NzY6Nrp1trn39rN5PX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fTz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/T19PDw8PDw8PDw8PDw8PDw8PDw8PDw8PD09PDwzMjw0vDw8PDw8PDw8PDwx9fw8PD09PDsvLfqpMSEc5mIgLa7aZOPoKluzvD09PDnysrlzMXBtdHXwOK/stbF09bL4fD09fHw8PDw8PDw8PDw8PDw8PDw8PDw8PH19fX09PT09PT09PT09PT09PT09PT09PX1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'asking-bank',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9czlyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fK0wuHT2cjk9fX19fX1raG0pc+hpvD19fTj3ebh3d7q9fX19fX1wMa1s8KvsvL19fX19fX19fX19PDFdqXu9fX19fX19fX19fX19fX19fXz6u3nuoI/zPX19fX19fX19fX19fX19fTq8vX19fXRO+L19fX19fX19fX19fX19e/v9fXAvvX1n4D19fX19fX19fX19fX19evz9fWCqfX16XX19fX19fX19fX19fX19er09fWyqPX19er19fX19fX19fX19fX19e3x9fXS2/X18uz19fX19fX19fX19fX19fLr9fXn6fX16/H19fX19fX19fX19fX19fXu7PP19fTs7vX19fX19fX19fX19fX19fX18erq6urw9fX19fX19fX19fX19fX19fX19fX19PX19fX19fX19fX19fX18qSnsJmyaKSBbq2rtIK2g4nz9fX19fX185GcnY2+a5R3WZq1vGmce3P19fX19fX178PD3brg2OfVzt7V8Lvawsbx9fX19fX19evdrN/kztW58M27tt3LyNn19fX19fX19fXx5Ov05/Do7+vk6uvt7PH19fX19fWmpvXp7ejw7vX19fX19fX19fX19PX19eNdXuGmr628sPP19fX19fX19e/ZtPL19fWmpvXR3c/c5vX19fX19fX19fLt6vX19fF8f/HR4NTdzdzc9fX19fX19fPu5/X19eZfXeSbtJ6nlL7B9fX19fX19fPYt/L19fXBwfXp5ebn5ern9fX19fX19fX19fX19eialeaRsq+5mrCi9fX19fX19e/o0vP19eiWked3laSmb52B9fX19fX19erezPT19fXf3/X19fX19fX19fX19fX19fX19fX19e3x8e28yMbTxtbT9fX19fX19fX19fX19fLm5/Le1tTV09zi9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fTz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/T19PDw8PDw8PDw8PDw8PDw8PDw8PDw8PD09PDw8PDw8MzI8MSwwJKg6aLw8PDw8PD09PDw8PDw7Ly36pxrn2eRtGfg8PDw8PD09PDw8PDw58rK5czAvKax7Mbu8PDw8PD09fHw8PDw8PDw8PDw8PDw8PDw8PDw8PH19fX09PT09PT09PT09PT09PT09PT09PX1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'call-issuer',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9eTZ4M/h1u/07u7twe/Y7/De6vX19ejY9biyeZqkdoG1mmyZq5Gme3KIoPX19fX19fXz9PP09fP18/X09fP09PX19fX19ff5+fn5+fn5+fn5+fn5+fn5+fn5+ff19P//////7vHw8ezw8evy7Pr////////08/+04//73dbN3tfixN/Z2Ov////////z8//Dttz/zdHVzeHWuNLl0dvZv9nd///z8///1uDsZK9pstWzkcDBs7Sveo7B///z9P7/////6Nvn1+XZxdbr297LyuLj//709fb39/f39/f39/f39/f39/f39/f39/b19fTr9fX19fX19fX19fX19fX19fX19fX19fPRxvP19fX19fX19fX19fX19fX19fX19fXj3+3h5d7Yys/I5Mje7ezq4/X19fX19e7Ewb29x7fRraehuqe/0b681vX19fX19fXl5tLm49HR2Mry3ez09fX19fX19fX19fCzxsDHrrOsvtLXv9719fX19fX19fX19fXf3tHj2ObZ3eDo4+LV7OLd4eHm9fX19fK4w8/AydC6xMLgxMTA0MW9xrvG7fX19fX19fX19fX19fX19fX19fX19fX19fX19fPP197W297h0trZ7vX19fX19fX19fX19eTLydDNzdns5OLk7/Hx9PPx8fHx8fL18N/l++z//97y3+zh5/j/9Pbe5erl//vy7NfAppf6/+Pyx8GXx8z/9PKgnLTS///v7Oz//////+Py////////9Pf////////v7N3fztLX9OPy4czY3er/9PXZ0uDe3+3v9NXf3c/e4NXz9PLu9PT38/Tu5e3w7PH09ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NXZERPaUNLRENDTF1DQ0NDQ0NdQ0Pj40NaakR0epeqlI6KkZeJslmCnZGYsU7j40NTXkRbdGh1eGRgZHBlfEl4g3F0fETj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'call-issuer',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9czlyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9c/Azci7ydLUyuX19fX19fX19fX19ejY9bSxl3WOmJavm8319fX19fX19fX19fX19ern8ODr6e304/L19fX19fX19fX19ff5+fn5+fn5+fn5+fn5+fn5+fn5+ff19P/////65+TY3t/s4uHf5ef////////08/+04//739XQ0d7n2uXd19j////////z8//Dttz/xtDRy93WtM7l0NrVvdbe///z8///1uDsZa9pstiukMO8s7Ove4+9///z9P7/////6Nvn1+XaxtXs29/LyuPj//709fb39/f39/f39/f39/f39/f39/f39/b19fXg6+Pf4uLk5PX19fX19fX19fX19fX19fXAzcvKxdTOzfX19fX19fX19fX19fX19fXG0rnF483Kyd/NzfX12cXPy/X19fX19fSrwL6v2aidqcCsrePmvaPJvfX19fX19fXOys3X9c+8w/TxzM7GxM3U9fX19fX19e6pt7vN9MO2td/g38e8sbm94PX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fPT2tvV29Td9fX19fX19fX19fX19fX19ejEz9DEzNro8fDw8PDw9PPw8PDw8PL18dnS3Nnj/9zy3djLw+j/8/bT1OT///vy7NaFm56z/+Pyx6iamdf/9PXBxNP////v7Oz//v///+Py////////9Pf////////v7N3nzf7//+Py5tzP5f//9PbJ0dz////v89Td0uDi4tTz8un29fj48/Pk6e/4+PX09fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NHY1VDWnlkb2xoem1xVkNDQ0Pj40NDQ0NHaVhDkbWmuKLCq5iSekNDQ0Pj40NDQ0NGXlJDapSKgXx6inV9aUNDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'cancel',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9drX7+/u8M/Xz/L19en17/Dr5vX19enY9bSCi4Nus4Wgmen19dTDyNHRz/P19fX19fX19PT19fT18/X19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fWj0dfD4NPWtKyhxMzlnN/Sspe/zfX19fOOpIZ0ho6go5micZLFm2aQhWWy8vX19fXu8PDv8PDu8O7x7u7z8fHu8Ozx9fX19fX19fXv5eTn2evj4/TT9PXy1PXe6PX19fX19fXxdnmigNNmZ5yGnPWHg6lqbfX19fX19fXtX2TEfZh/enHkefVx1G6VcfX19fX19fXxkpqub7VtcLZotIagacNoe/X19fX19fX19fX19fX19fX19fX19fX19fX19fX05ufh7d/o5vLe8PLm8uny8fLy9fX19fXW89O2ybfRxMe/uLWzw8q4u7XP9fX19fX09PT09PT09PT09PT09PT09PT09PX19ezl6+vr6+vr6+vr6+vr6+vr6+vr6+z19Ouv0sa9waivsqK6sMmkuqyssaDr6+v09OnG097ZzcbQ1cvWzd7H0su1zsnr6+v09Ovr686Xna6otKyawOvr6+vr6+vr6+v09evr69vV0dXYz9XO1uvr6+vr6+vr6+v19fPy8vLy8vLy8vLkyeny8vLy8vLy8vP19fX19fX19fX07uzFdVB75PX19fX19fX19fX19fX19fTs6p9tbZ6lU9719fX19fX19fX19fX19e3mWTQ0NDRZr2X19fX19fX19fX19fX18+2FNDRJSTQ0hWjO9fX19fX19fX19fX18PBENDRmZjQ0RZ+g9fX19fX19fX19fX18PE4Nzk0NDQ9OKmY9fX19fX19fX19fX18e9eanmNkI9lXomy9fX19fX19fX19fX19Oy8Njk4OTc3sk/p9fX19fX19fX19fX19fHusUQ0NESrbaX19fX19fX19fX19fX19fXw7OzGraRWmvX19fX19fX19fX19fX19fX18++5bI/Y9fX19fX19fX19fX19enp8+Xj3PX15vX19fX19eP19fX19fX19a2Ml4Cwe5PJrLqKlZuMhKn19fX19fX09ezr4t3p6ODu2uPh4dvp4+X19fX19fXaxc/A1M/BysfYxMq/1Ma/3MPC5PX19fX19e7v9fX19e/19e/19fX19fX19fX1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'cancel',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9c3lyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9eHV0c+54PX19fX19eXj5+7q5fX19enY9bWolYp7z/X19fX19cTLytHRz/P19fX19fT09O3j8fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fFyc4x1p5qoemyebJtzqqHx9fX19fX19fFjWJ11hnOpcneXgLxqrbj19fX19fX19fTU0+Ph19fS8MDd5unFz/H19fX19fX19fX19fXv5eTgw+PX2PK/8vXuwfTQ3vX19fX19fXxdnihidpqaZWXlfWCk6BxbfX19fX19fXtX2TKhpF/enHkefVx1G6VcfX19fX19fXxkpqvbrZtcLdmtYahZ8Vne/X19fX19fX19fX19fX19fX19fX19fX19fX19fX05urez9fS2dnC4vT14+Ho4dfM6fX19fXW89WwoLauqb2c0dfm1L29zb2r2/X19fX09PT09PT09PT09PT09PT09PT09PX19ezl6+rq6+rr6urr6+rr6uvq6+vr6+z19Ouv0rV0gY2KlZeGk5lhl5xxw67r6+v09OnG09i5xMK6xczZxMTDzcG81tnr6+v09fPy8vLy8vLy8vLy8vLy8vLy8vLy8vP19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fTmy+v19fX19fX19fX19fX19fX19fX07uzFdVB75PX19fX19fX19fX19fX19fTs6p9tbZ6lU9719fX19fX19fX19fX19e3mWTQ0NDRZsGX19fX19fX19fX19fX18+2FNDRJSTQ0hWjO9fX19fX19fX19fX18PBENDRmZjQ0RZ+g9fX19fX19fX19fX18PE4ND5PTEQ0OKmY9fX19fX19fX19fX18e9eNHC7rXY0Xomy9fX19fX19fX19fX19Oy8NT5NQz81sk/p9fX19fX19fX19fX19fHusUQ0NESrbaX19fX19fX19fX19fX19fXw7OzGraRWmvX19fX19fX19fX19fX19fX18++5bI/Y9fX19fX19fX19fX19fX19fXfxdzb5u/T4/X19fX19fX19fX19fX19fWpc5+Rwtd/qPX19fX19fX19fX18O7p7e7bztPB2N3P6Ont6uns9fX19fX1wM/Ip8TF8a7AsL67w7mitb3N9fX19fX19PTz8vHy9fLz8/P19PTx9fTz9fX1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'check',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9eTC7e/n4PX19fX19fXt7/Xo5/P19ejY9bill3+QifX19fX19fXgxtbAyOr19fX19fXz9fPz9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fL19fX19fGxy8HFy8TDurvQuLzAzL+xy8TOwPL19fXLz9rY4N/U0tPc2d7b29PQ4dnV1vX19fX19fX19fX19efZ7+Li4dnq3en19fX19fX19N3h7ODe83+W1WqztVzAaHr19fX19fX18szT49DO8Lhtl2d29XXrYnT19fX19fX19fX19fX19Z1lx2144oTdcHX19fX19fX19fX19fX19fX19fX19fX19fX19fX19P7w7Pz///////////////////////708+9DTq7P3/f19Pfk8+D////////////z8+xVWqrUoqeuq6qQtKL////////////z8/yuquL////1///////////////////z8/39/f39/f39/f39/f39/f39/f39/f3z8/3Bvern0OXs7Onn4+2+5vPh5M36///z8+xGV6ras7Gry7OnrtmtsNC7p7D5///z8+5SUazn6Ovq5vTp3enn8ebi6+b3///z8//d2fbq6+Lj5O3i4ujb4uLc5uH5///z8/39/f39/f39/f39/f39/f39/f39/f3z8/mSjtW6z8bKw8XQyOTEwcPE2f/////z8+xPYarQxrTU3MzOyOqzrdfS1//////z8/JWULjQ1N7kxNj4ws3p5d/az/r////z9P3////07/Lo9PTz9vTz9vP29Pr///309fT09PT09PT09PT09PT09PT09PT09PT19ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDVmJDQ0NWU0NDQ0NDQ0NDQ0Pj40NDQ01DilWlj5Oeoo2MoIpDQ0NDQ0Pj40NMZ2xDY2yBYmF1dWB7cGFDQ0NDQ0Pj40NDW0NDXFFRS01WTldWTE9PU1ZbUkPj40NDQ0NDY2ZqWGRubnBpXmRyYWRnXEPj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'check',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9c3lyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9dC6zcL19fX19fX19fX18Obr4fP19ejY9bBymZr19fX19fX19fX14sPMsfL19fX19e7r7en19fX19fX19fX19fX19fX19fXz8/H18fXw8fXs8fLx9fLx9fX19fX19fOeoYTcv9GtwsqbuqC2nba09fX19fX19fXJ1rnZ3tHN5Ofh0NLI0tbJ9fX19fX19fX19fX19fX19dzD69PR0cPiy9319fX19fX19N3h7ODe836i1nHBxWbJbXv19fX19fX18szT49DO8MBxk2ht9HXpZnP19fX19fX19fX19fX19Z9lym154ojdcnX19fX19fX19fX19fX19fX19fX19fX19fX19fX19P7w7Pz///////////////////////708+9DTq7P2r7NzcXMw//cw//////////z8+xVWqqkoqGUmX+okdCwof/////////z8/yuquL////////////////////////z8/39/f39/f39/f39/f39/f39/f39/f3z8/3Bveq0upa1x77Wxq/lxP/////////z8+xGV6qwqnO3vM++q47Qrf/////////z8+5SUazb3tzr39/T/+Pa3M/g5v/////z8//d2fbe393m4uvg9Ofh49vk6f/////z8/39/f39/f39/f39/f39/f39/f39/f3z8/mSjtWuvYSdqHfy///////////////z8+xPYarF25jQyKzz///////////////z8/JWULjXzczl1tXgseLWxrv6///////z9P3////t7ezz9vj06PT37O/9//////309fT09PT09PT09PT09PT09PT09PT09PT19ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ2F+ZWteQ0NDQ0NDQ0NDQ0Pj40NDQ0NNQ67TqLyOQ0NDQ0NDQ0NDQ0Pj40NDVWhjQ2qObXxmQ0NDQ0NDQ0NDQ0Pj40NDQ1tDQ2dnZGpgWVxdZ1djbWZYQ0Pj40NDQ0NDQ3R0cnFwZGpvcmFqcGhjQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'complete',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fXn9fX16ejz7/X19fX19fXh9fX19fX19fXBx8nUz8vhx8PFu/D19ejY9fXsv73vuN6xseWQ5PXbke2juvX19fX19fX1eX/ZSr9qfIfFhvV3vIiGb/X19fX19fXpTVF2W5J6ZH3Zf+xzzXmPcfX19fX19fX1x831wdCMjtV41I/GeuGKovX19fX19fX19fX19fX19fX19fX4+Pj4+Pf19fOu2srIy8K9s9a43fX19fr////////09ee+28bEytbV087F5PX19frBv8O1v+b09e3JxdvG2M3T2M3O5vX19frs6vXn5vn09fXq6uru3Ovm7Ojp8fX19fj9/f39/fv09ff4+Pj4+PX1+Pj4+Pj49fX4+Pj4+Pf19P////////r3////////9/r////////09P//96f///r3///asP//9/r//5bj///09P//8qH///r3//+8yv//9/r//7Td///09Pv9/f39/fj2/P39/f389vj9/f39/fv09fj5+fn5+fb1+fn5+fn59fb5+fn5+fj19P////r///r3///6+f//9/r///b+///09P//6IH///r3//+xvP//9/r//4Lh///09P//7rD///r3///Yx///9/r//7je///09Pr8/Pz8/Pf1+/z8/Pz79ff8/Pz8/Pr09fn6+vr6+vb1+vr6+vr69fb6+vr6+vn19P//9uD///r3///x8P//9/r//+X+///09P//9qT///r3//+vrv//9/r//4/I///09P///9P///r3///Rz///9/r//8Lw///09fn7+/v7+/f1+vv7+/v69ff7+/v7+/n19fr7+/v7+/f1+/v7+/v79eXT09DR09j09P//0ufp//r3///o6P//99fKyomdysrx9P//jo2z//r3//+zs///99fKvr/Fysrx9P//vNTb//r3///b2v//99eyhXN+ncrx9fj6+vr6+vb1+fr6+vr59enZ1tXV19719cGtra2tra2tra2tra2tra2tra2trcH150NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pn40Z9Q0NDQ0NnQ1JGQ1lZZWlgZEpubkrj421hjaOzkautm7CeiIufv5OvgHeNjXPj40V6ZWVkWptjaGFtYE9NWGlhY2NsbEnj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'complete',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9c3lyvXvztzX2fXt19vZ1u719fX19fX19fX19fXu6+nh7OPk5u/q7PX19fXh9fX19fX19fXd0cu42su6xNnb5vX19ejY9fXsv73vqtqkpd+D3/XThemasvX19fX19fX1eX/TTb9rfYTPg/V1xoKLcfX19fX19fXpTVF6XpN7ZH3Xf+xzzHuPcfX19fX19fX1x831wdCOjtV31Y/HeOKKovX19fX19fX19fX19fX19fX19fj4+Pj4+Pf19fGMstavur3StPX19fX1+v/////////09fCbweDNzdTOxvX19fX1+r2usMO0v+b09e6nz9TPxdq8xMK11PX1+uHg4/Xm5vn09fLn8Onp7ezh5efp7PD1+P39/f39/fv09ff4+Pj4+PX1+Pj4+Pj49fX4+Pj4+Pf19P////////r3///+////9/r///7////09P//+KT///r3///br///9/r//5Xi///09P//8qH///r3//++yf//9/r//7bd///09Pv9/f39/fj2/P39/f389vj9/f39/fv09fj5+fn5+fb1+fn5+fn59fb5+fn5+fj19P////X///r3///19P//9/r///L9///09P//5n////r3//+2vv//9/r//4Xf///09P//77L///r3///YyP//9/r//7nf///09Pr8/Pz8/Pf1+/z8/Pz79ff8/Pz8/Pr09fn6+vr6+vb1+vr6+vr69fb6+vr6+vn19P//8tb///r3///v7f//9/r//+D+///09P//+qv///r3//+ysP//9/r//5HH///09P///9P///r3///Rz///9/r//8Lw///09fn7+/v7+/f1+vv7+/v69ff7+/v7+/n19fr7+/v7+/f1+/v7+/v79eXT09DR09j09P//z+Tn//r3///n5v//99fKyomcysrx9P//j42z//r3//+zs///99fKuqqvysrx9P//u9Tb//r3///b2v//99fKhmNet8rx9fj6+vr6+vb1+fr6+vr59enZzsnN19719cGtra2tra2tra2tra2tra2tra2trcH150NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pn40NDQ0ODg2OUZlpZandiWllid0NDQ0Pj40NDQ0WtrI+2X62cobWKgoKTpUlDQ0Pj40NDQ0RtfW+EY1lDWHVhY2NfckNDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'held',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fPV1PP19fX19fX19fX19fX19fX19fX13GpPT2fY9fX19fX19fX19fX19fX19fX0bU9PT1Zn8/X19fX19fX19fX19fX19fXcT1RPenVP1PX19fX19fX19fX19fX19fXdT3KbfU9P1fX19fX19fX19fX19fX19fX1cU9aT09q8/X19fX19fX19fX19fX19fX14HJPT27c9fX19fX19fX19fX19fX19fX19fXe3fT19fX19fX19fX19fX19fCw5ejg7evjydzE7OXKxuv19fX19fX19e2hkrGJnqaln8iympiqiOf19fX19fX19fTh8OLF7enk6+fs7OLq4PP19fX19fX18ePm59np5eH10/P189P14eX19fX19fX19HR8r3bOaGelho71koaiZ2j19fX19fX182Vex4SUc4hx3nH1cuFuiHPz9fX19fX19J2QtHSndGvAaKiGrGi8a3T19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXPzcGwtcy+1aHKztG6utmwy8/Q0vX19fXOuaevsre+zZugtse1r8OtmaCsx/X19fX19fX19fX19fX19fP19fX19ez19PX19P3///////////////////////////308//A1tbU/P///////////////8eyv//z8//x7erz/f///////////////+bd1v7z8//k4+Tr///////////dxMiz3LbEx/7z8//o2ejz///////////f2sXE5cfH5P/z8//q8N788/Dk9f///////9fK0t7Zzv7z8/3U1t/o39LU6P///////7+1w9C/2f/z9fn7+/v7+/v7+/v7+/v7+/v7+/v7+/n19fX19fX10eHl8fHx9fHu9ev09fX19fX19fX19fX1xdXYwsjNstvA1sLF9fX19fX19fX19fX19fX19fX18vX19fX09fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fHv7+/v7+/v7+/v7+/v7+/v7+/v7/H19Ofn5+fn5+fn5+fn5+fn5+fn5+fn5+f08+a1u9S+uOfA5+fn5+fn5+fn5+fnv+fz896EurfKoHhhhqWmdIqca8WQnXyEaefz8+e+u+DdyLbHuc2mz7m5uuW9uL3Sqefz9Ojn5+fn5+fn5+fn5+fn5+fn5+fn5+j09fTz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/T1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'held',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9czlyvXvztzX2fXt19vZ1u719fX19fX19fX19fPV1PP19fX19fX19fX19fX19fX19fX13GpPT2fY9fX19fX19fX19fX19fX19fX0bU9PT1Zn8/X19fX19fX19fX19fX19fXcT1RPenVP1PX19fX19fX19fX19fX19fXdT3KbfU9P1fX19fX19fX19fX19fX19fX1cU9aT09q8/X19fX19fX19fX19fX19fX14HJPT27c9fX19fX19fX19fX19fX19fX19fXe3fT19fX19fX19fX19fX19fWqkcWdzq7GtKe2xMfBtfX19fX19fX19fWkkcCN0aqcoZCqmsbL7PX19fX19fX19fXf5dzF2ODe28jb3e7V9PX19fX19fX18ePm4sPf29T0wO/18L/z1Nr19fX19fX19HN8r33Yamyeloj1jJeabGr19fX19fX182Vey4+Nc4hx3nH1cuFuh3Pz9fX19fX19J2QtXSodGrBZqmGrWa+anT19fX19fX19fX19fX19fX19fX19fX19fX19fX19cSjnJqIv8W7s6W7t7C09cSvvbqdzvX19buakqWWu7GsuKepq6uu9b6kuL6yzPX19fX19fX19fX19fX19fX19fX19fX19fX19P3+//////////////////////////308/+xyr///////////////////8awv//z8/7r9/H//////////////////+bd1v7z8//R183/////////////iKiS2a7Exf7z8//u9OP/////////////ttXC6srJ5P/z8/7O09zZ7////////////9PK093Zy/7z8/7I0tTR4f///////////8K0w9C/2f/z9fn7+/v7+/v7+/v7+/v7+/v7+/v7+/n19fX19fX19cvn4eHh4eLr6Nb19fX19fX19fX19fX19b/bxtPC3crWz7v19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fHv7+/v7+/v7+/v7+/v7+/v7+/v7/H19Ofn5+fn5+fn5+fn5+fn5+fn5+fn5+f08+fn5+fUu7XmxoaqmbOfneeZ4+fn5+fz8+fn5+e3oZ7fl1OEc49taLhg0efn5+fz8+fn5+fgu77nwZnBoLSmo+e+4ufn5+fz9Ojn5+fn5+fn5+fn5+fn5+fn5+fn5+j09fTz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/T1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'hold',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9drX7+/u8M/Xz/L19en17/Dr5vX19ejY9bSCi4Nus4Wgmen19dTDyNHRz/P19fX19fX19PT19fT18/X19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXg0PXspaS/e8uUltR40/XFeuCJofX19fXJu+fxZ2yeetF7eHnafvVzzniQcfX19fXYzO7ta3HWwoh1c4XDh813u4mFb/X19fX19fX11drJjueytOaQ5a7cku2nv/X19fX19fXx9PX19fX19fX19fX19fX19fX19fWPr5WQ4LKyp5Wk5PXRxL/OytO+rvL19fW72cLK37/Lx8vM4/Xe5Nra1OTd4fL19ep7enp6enp60u3t7e3t7e3t7e3t7fT19ff4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pf19P/5/fb69Pn6+vr39/////nt8vP08v/08//b49XozNvG38eosf//+LzFscDQqv7z8//////////////8/P/8///////////z8//V4cniwtPC7bC2tMbZ+Lq8tLvQpf7z8////////////Pn09fP7//zx9Pj0+P/z8/7J2tju3dHn/////////+e3zN3Gwv/z9Pz38ff28vP3///////////o6PHn5P709fX29vb29vb29vb29vb29vb29vb29vX19fPy8vLy8vT18vLy8vLy9fTy8vLy8vP19Ozr6+vr6+3w6+vr6+vr8O3r6+vr6+z09OvrzMTE6+3w1M/P0dLR8NPM2cvE2Nn09OvosrK16+3wzb6xrK7O8NStsLy0tNL09Ozr6+vr6+3w6+vr6+vr8O3r6+vr6+z09evh4eHh4eLj4eDg4ODh4+Lh4eHh4ev17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NQaENDQ0NDYENQQ0NDQ0Pj40NDQ0NDTUOKSqSWnKCfirWinmlDQ0Pj40NDQ0Znc0NdboBmYIuGZnlrcVBDQ0Pj40NDQ0NbQ0NMWFBMWlhdVFhDQ0NDQ0Pj40NDQ0NDQ0NZdVdiZmZfYGRDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'hold',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9c3lyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9eHV0c+54PX19fX19eXj5+7q5fX19ejY9bWolYp7z/X19fX19cTLytHRz/P19fX19fT09O3j8fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXg0PXspaS3dsuKjM1yzPW8dNqAl/X19fXJu+fxZ2yheMp8eHbefPVy0HWScfX19fXYzO7ta3HaxIh0cobAiM14uYuEb/X19fX19fX11drJjueytOaQ5q7cku6nv/X19fXy8PX17+319fHx9fX19fX19fX19fX19fNjpLOpoIOzqJ+b9fX1v7aX4cfUqPP19fPDz8PB08rCvsXE9fX12eDN6tzp3fP19ep7enp6enp60u3t7e3t7e3t7e3t7fT19ff4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pf19P/1/PP48vj49+Ht5f////nt8vP08//08//e49jpzdvG87Szu///+LzGscDQqv7z8///////////++/5+//////////////z8//U4Mjjv9TA9525wP//+Lq9tbvQpf7z8///////////+ejq7f////zx9Pj0+P/z8/23xcbG/////////////+e3zd7Ewv/z9P7s8/D2///////////////o6PHn5P709fX29vb29vb29vb29vb29vb29vb29vX19fPy8vLy8vT18vLy8vLy9fTy8vLy8vP19Ozr6+vr6+3w6+vr6+vr8O3r6+vr6+z09Ovos7+86+3w68qdqcTr8O3KzLzEvOv09Ovona+l6+3w68KPnb7r8O29wr7Isuv09Ozr6+vr6+3w6+vr6+vr8O3r6+vr6+z09evh4eHh4eLj4eDg4ODh4+Lh4eHh4ev17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDZoRfenh2e3F2TUNDQ0Pj40NDQ0NDQ01DiLOSr460kqi9bUNDQ0Pj40NDQ0NMZ2xDbXOBf4R6joN7Y0NDQ0Pj40NDQ0NDW0NDZF5dU1lhT2BDQ0NDQ0Pj40NDQ0NDQ0NDd3FpYGBiX21DQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'holds',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9eLT7u/u2+/v19fw9dLt9fXb2/X19enY9bmmanl+sJWIdIG69czU9fXTyfX19fX19fXy3vP19fX08/T09fX09fX19fX19fXv9fX19Ov19PX18uv08vPu8O3y7fX19e7EyMTKw83K0vX19cvBxc/Yx8bMyOf19fP29vb29vb29vb29vb29vb09vb29vX17sXk///u8e/8//////fv8vL08fL9//706sJrlrDAoZzc/////7SQiIm8rpTK/v/06sLl6u/g5uDw//////Xt5eji4+f74v706r3Z1dPW28b9/ru8v6a1tcK8orTn///06sL2+Pf58PT///r18+f58vn39Of8///08ez9/f39/f39/f39/f39/f39/f39/f308e+JwNDIuryk4f/wtMjoqqvOwLHe///08e+twM/H0bq52//4xcCuvrnFw77l6/708ezq6ebi3d3+////3+rg1d7o18jt9f/08e3l4+Xq5+n/////6uXj0sjj1uDw///08/f9/f39/f39/f39/f39/f39/f39/f309P+45+7W0NDr/////+nO19Ti2NXy///09P99mbClpY/Q/////7inkpCxqpnR9f/09P7x8uT29vb27Pb5///0+f//+fb86/709P3l5qq8s6Orr6Dr///b0MbQ2dHo///09P38/Pz8/Pz8/Pz8/f39/fn9/f39/f309P/8///29////P/+/fz+/f39/Pz////09Pqqob6ynKqwtezqjqTCioq+rZTN///09P/Pz+zs2und1/n/6NbE29zX2dz24v709Pre2Nfc1tH8/////+rY1tfd29Ds/v/09P/x9PP08PL///////T88+vz+Pb5///09P39/f39/f39/f39/f39/f39/f39/f309P+SxdS/wcPq/////9OpurHRw7bh///09P+ju8vBr9Hb/////87Mr7PCv7ji7f709Pzr7Ojt5uT///////Hm6O7v7eDz8//09Pzk4ePj4un//////+zp4dTg5ufy///09P39/f39/f39/f39/f39/f39/f39/f309P/F+Prg4OTY7v/04+Dq2dnl3Nr1///09P9xiKSvqbKZzv/zlqeti4uvqJXO9//09P/1//r18vL///////bq+v79+fb96v709PraztDez8n9/////+DYz8jQ2NDn///0',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'holds',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9c3lyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9eSzz7nMtNLarN716db19fXb2/X19ejY9cVum4aHjL/mZMX148Xt9fXK0vX19fX19fPs6OHq6fX15Or19fX09fX19fX19fXr6Onn7Ozt7vX19fXy7/Pq7Ozy7PX19fCqxbevub+3u/X19fXfxc/cysTLx+f19fP29vb29vb29vb29vb29vb09vb29vX17sXt8e7b4f////////fv8vP08fL9//706sCmh66Qn////////7SQiYm8rZXK/v/06sDf5dbY5f////////Xt5Oji4uX74v706sKmztzO2NT//////+TSobKrinzW///06r/0+fr08Pj///////389vTr7O32///08ez9/f39/f39/f39/f39/f39/f39/f308e/Hp6eopaH////wtMfoqqvOwLDe///08e++wLa2q7b////4xcCvvrnFw77l6/708e/F2uXb2ur////////43sDZ4L/w9f/08ezW7O/m4/T////////76dbj39r1///08/f9/f39/f39/f39/f39/f39/f39/f309P/Mysy4w////////+nM19Pi2NXy///09PuQk42OqP///////7iqj5Gxq5rR9f/09P7x89ra5d/V+f///////+zz9Ov76/709P3l55uuv7Sg8P///////8/a29D0///09P38/Pz8/Pz8/P39/f39/f39/f39/f309P7i7/L//PLi///+/fz+/f39/Pz////09Phjn2TeorR5/v/qjqTCioq+rJTN///09P7Iz8zw1P/X////6NbE3NzX2d324v709P+pz+HX09j/////////377o1sb2/v/09Pzx+Pfw8Pf/////////+PP0/PX5///09P39/f39/f39/f39/f39/f39/f39/f309Pyzyqqls////////9Oot7DRw7bh///09Pyxu7yfs////////87OsLPCwLni7f709P/K2+rj4PD/////////6tbw5tb28//09PzR6+7h5uz/////////7dvs6eX5///09P39/f39/f39/f39/f39/f39/f39/f309P/f39bV0M3////049/p2dnl3Nr1///09P+mpYmfkZn////zlqeujIywqJbO9//09P/r8vXx5Oj////////t9/D0+er76v709Pyv1eLWydb/////////4MDg2M/0///0',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'home',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fPz8fX19fGbs7WwlrrEo7Ous8n19Za4m76Wi/X19fSUvbx4uLXUz62/u9X19ZfFpMGtkPP19fPP1dvg5+nO4/X19fXwy9nm2dXV3vD19fTc5ODj4+jh4vX19fXy4tvs3+Xg3vX19fDv7+/v7+/v7+/v7+/v7+/v7+/v7/D19Ovr6+vS5+fl2Obm5trm1eHo6Ovr6+v09OvKyuuiqIqIgKeHl6Z8fYqU2Ovr2+v09OmdnenU5ubU1NTl19LZ2trS6+vr1uv09Ovo6OuuuLTKubzas7XDwsfr6+vr6+v09e/t7e3t7e3t7e3t7e3t7e3t7e3t7e/19ff5+fn5+fn5+fn5+fn5+fn5+fn5+ff19P/////////////////////////////08//u1/e6sMG7yLW/p7S0/f//7cr3///z8//u1/fJoru+0d21uLm6+P//84365//z8//u1/fb2d/c2uTX4c/r/////5z/+P/z8//////37Oz0+ery7vD2///////////z9fr8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pr19ff4+Pj46/b1+Pj4+Pj49fb4+Pj4+Pf19P///v2rNKj3////////9/z////////08///07S4WsD3///p3///9/z/9cbg///z8///2uX7//z3///Fxf//9/z/87nu///z8//s5e/p+Pz35eDq69zx9/ve3dnq5Pjz8//m0MvE7vz33MDAxdfc9/vAy87IsO/z9Pv9/f39/fn2/P39/f389vn9/f39/fv09fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX17lZDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ1bu40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NtREN/fmtuQ2peWIWaS0NDQ0Pj40NDQ2yQdUOQZpC9ZZ6zl5CZcUNDQ0Pj40NDQ35xf0NDQ0NEQ0RDQ0RDQ0NDQ0Pj40NDQ2d5akNjV3JwW21ubl5ZY29UQ0Pj40NDQ0NDQ0NNSldQSk5QTE5MUE9FQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'home',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9c3lyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fH08fLx7vX19fNmpXG4X6uN9fX19fX19Za1msCUjPX19fWqvqnBjJ+a9fX19fX19ZfHpcKukPP19fO80uHi9b7G0PX19eTkydndxN7G4vP19fXU4+fd893f4vX19ejk3uDm2ebh9fX19fDv7+/v7+/v7+/v7+/v7+/v7+/v7/D19Ovr6+vRyLXTzL/OtLmw2Ovr6+vr6+v09OvKyuujvG+8l5OreId2wevr6+vr2+v09OmdnenU07fb4dLK1svQ5uvr6+vr1uv09Ovo6Oq6vLjH6bS1wsLG6+vr6+vr6+v09e/t7e3t7e3t7e3t7e3t7e3t7e3t7e/19ff5+fn5+fn5+fn5+fn5+fn5+fn5+ff19P/////////////////////////////08//u1/eipX6ne8r/////////5bP0///z8//u1/fBxbWqptn/////////+5v95//z8//u1/fX3NTq0tjd3f///////6D/+P/z8//////19vPv7PLu8//////////////z9fr8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pr19ff4+Pj46/b1+Pj4+Pj49fb4+Pj4+Pf19P///v2rN6n3////////9/z////////08///07S5WsD3///p3///9/z/9cbg///z8///2uX7//z3///Fxf//9/z/87nu///z8//iz8zJ5Pz3/+3IxfH/9/z/4NLC///z8//dwrS+3fz3/+awu+r/9/z/z723///z9Pv9/f39/fn2/P39/f389vn9/f39/fv09fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX17lZDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ1bu40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDVFxDS7XDjreVsoRDQ0NDQ0NDQ0Pj40NDlJhER6HGkreNsoxDQ0NDQ0NDQ0Pj40NPf3drRFdOU1NPVEtDQ0NDQ0NDQ0Pj40NFfXtPTYt9hXZIcXF0eniEg45xX0Pj40NDQ0NDQ1NLUVVJTU1MUFZVVFZNQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'pin',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fLy9PTz8vX19fPL1tnY3NHU1vX19YiEnXOXrq2VdPH19fTg3eDj6eXg4/X19azLsZO0tLS0lPT19fXB7vXp9fXuw+Hd4vX19fX19fX19fX19fV9raCDdaDSc5l4ovX19eLc4eng0fP19fWoxM64ts7n3M7PwPX19eDd1d7W2vP19dHY2NjY2NjY2NjY2NjY2NjY2NjY2NH16+b//7bT/6Xj/Jry8Zr89uz/8+7//+br6uj//16V/z217THT0zHt7uT/6+b//+jq8c3o6Ojo6Ojo6Ojo6Ojo6Ojo6Ojo6M3x9fHq6urq6urq6urq6urq6urq6urq6vH19fb39/f39/X19/f39/f39fX39/f39/b19P////////r3////////9/r////////09P//97v///r3///bxP//9/r//7bm///09P//8o3///r3//+7tf//9/r//5Xa///09P////////r3////////9/r///3////09fX39/f39/X19vf39/f29fX39/f39/X19P7///////n2////////9vn///////709P///8b///r3///V3v//9/r//8fx///09P//13n///r3///Ntf//9/r//47U///09P///+z///r3///h6v//9/r//9r4///09fj5+fn5+fb1+fn5+fn59fb5+fn5+fj19Pv9/f39/fj2/P39/f389vj9/f39/fv09P//8tb///r3///s6///9/r//9v9///09P//+qv///r3//+xsP//9/r//5fG///09P///9f///r3///U0///9/r//8Pz///09Pr8/Pz8/Pf1+/z8/Pz79ff8/Pz8/Pr09fX19fX19fX1+vr6+vr69fX19fX19fX19fX19fX19fX3////////9/X19fX19fX19fX19fX19fX3//+zs///9/X19fX19fX19fX19fX19fX3///ExP//9/X19fX19fX19fX19fX19fX2////////9vX19fX19fX19bSenp6entfz4uHh4eHi89uqqqqqqr715TQ0Ok40NHLlysq3psrK5YRPT1BZT0/n4jQ0OlY0NG7kysqym8rK5IFPT2xQT0/k4jxaV1VWXW7kyqWkrq7K5IFmdHpsZU/k50Bjf21uZHXlyqGTlJ3K5Ydof3+GaFDp9cexsbGxsuH05+bm5ubn9OS7u7u7u831',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'pin',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9c3lyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fXx7u/x8/Px7/X19fSwydm7v9e5wPD19YiIoHSXra2VdfH19fXb5ubU3Ojt1vL19azLspO0s7S0lPT19fXKr76+6NL1uLHCwN319fX19fX19fX19fGQTI1gsJLUbnOKmbDS2NjezOLi0vT19fWjlbeWr869sJDBsMXT4dzTzeDi1vP19dHY2NjY2NjY2NjY2NjY2NjY2NjY2NH16+b//7bT/6Xj/Jry8Zr89uz/8+7//+br6uj//12V/z217THT0zHt7uT/6+b//+jq8c3o6Ojo6Ojo6Ojo6Ojo6Ojo6Ojo6M3x9fHq6urq6urq6urq6urq6urq6urq6vH19fb39/f39/X19/f39/f39fX39/f39/b19P////////r3////////9/r////////09P//+Lj///r3///awv//9/r//7Hm///09P//8o3///r3//++tP//9/r//5rZ///09P////////r3////////9/r///3////09fX39/f39/X19vf39/f29fX39/f39/X19P7///////n2////////9vn///////709P///7////r3///R3v//9/r//8bx///09P//1nr///r3///QsP//9/r//47R///09P///+z///r3///h6///9/r//9v4///09fj5+fn5+fb1+fn5+fn59fb5+fn5+fj19Pv9/f39/fj2/P39/f389vj9/f39/fv09P//78v///r3///q6f//9/r//9f8///09P///bH///r3//+zsf//9/r//5nG///09P///9f///r3///U0v//9/r//8Pz///09Pr8/Pz8/Pf1+/z8/Pz79ff8/Pz8/Pr09fX19fX19fX1+vr6+vr69fX19fX19fX19fX19fX19fX3/////v//9/X19fX19fX19fX19fX19fX3//+ysf//9/X19fX19fX19fX19fX19fX3///Ew///9/X19fX19fX19fX19fX19fX2////////9vX19fX19fX19bSenp6entfz4uHh4eHi89uqqqqqqr315TQ0Ok40NHLlysq3psrK5YRPT1BZT0/n4jQ0OlY0NG7kysqym8rK5IFPT2xQT0/k4jREhG93NG7kyrR/hqvK5IFPj4h4T0/k5zVCj2yANHXlyrd6haTK5YdPj4uUV1Dp9cexsbGxsuH05+bm5ubn9OS7u7u7u831',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'present-card',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9eDg79jY8+7x7+3zzNfM9fX19fX19ejY9bOafXmZwZN7go61l5+Y9fX19fX19fX19fX19PPq7/T09PX18/X19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX18LrD0ZbMuKzqkN/14ZDorbf19fX19fX19Xx9sHfdb3yIwnv1fcSFe2/09fX19fX18lJM1MB9coN81HXrd9d5gnLz9fX19fX19c/EvHvMnJDcecyPz3jakZv19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXznbnBzMSrwMnLyL2C6/X19fX19fX19fXzfJ+Oi5DDuZ+iiqhz7PX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXhzMLaxtzSycHD18bR0ODB4LzM8fX19fX18uvz6+7y8vLy8/Hr8/Pz9PDr9PX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19enGxsbGxsbGxur19fX19fXr9fX19fX19Yk3Nzc3Nzc3N4n19fX19fXg9fX19fX19YI5UFBQQDU1NYL19fX19fXg9fX19fX19YE1RkY6NTMzM4H19fX19fXg9fX19fX19X8yOTkxMTExMX/19fXzqLbg9fX18PXw9X4vLy8vLy8vL3719fX0ytrg9fX18uLy9X0tLS0tLS0tLX3f6+vr5Ozg9fX19fX19XwrKysrKysrK3zZ3uPV0dvg9fX15M/k9XopKSkpKSkpKXr19c7jxdjg9fX19fP19XknJycnJycnJ3n19fHw7+ng9fX11tPW9XglJUaWkEAlJXj19fX19fXg9fX19c/19XcjI17Eu1YjI3f19fX19fXr9fX19fX19XYhIWji2F4hIXb19fX19fX19fX19fX19XQfHzV2cTEfH3T19fX19fX19fX19aeQkEkaGhoaGhoaGkmQkKf19fX19fX19bGbm5ubm5ubm5ubm5ubm7H19fX19ejZ9fXy9fL09fL19fXy9fX19fX19fX19beb55qTj7yspZCooLefn86mtKehoMT19ezf7Me+wtnKzr7IxNzUweTFwtPNy9319fX19fX19fX19fX19fX19fX19fX19fX1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'present-card',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9czlyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9dGu0svc1dTPueD19fX19fX19fX19ejY9bd8lW3Hp5+Hes319fX19fX19fX19fX19evu5d309PXu4/D19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX18LrDyn/DrKDlhNj12oPjoav19fX19fX19Xx9sH3hcYCDzHj1es6Af3L09fX19fX18lJM2st8coJ+03Xrd9V7gXL09fX19fX19c/EvXvNnJDdd82Pz3fbkZv19fX19fX19fX19fXz8vHv8PXu9fX19fX19fX19fX19fX19fXEfIZ/XMNl0PX19fX19fX19fX19fX19fXOcodmUPOP4/X19fX19fX19fX18/Lz8vPy7e3o7fXt9fX09PTz9fX19fX1z8bQpM7UuLO5yPDGxsPIuNnI9fX19fX17u3y7ubn6O/p7PPq8O7t6+/y9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19enGxsbGxsbGxur19fX19fXr9fX19fX19Yk3Nzc3Nzc3N4n19fX19fXg9fX19fX19YI5UFBQQDU1NYL19fX19fXg9fX19fX19YE1RkY6NTMzM4H19fX19fXg9fX19fX19X8yOTkxMTExMX/19fXzqLXg9fX18PXw9X4vLy8vLy8vL3719fX0ytrg9fX18uLy9X0tLS0tLS0tLX319Nbh3+Pg9fX19fX19XwrKysrKysrK3z19M7e2+Xg9fX15M/k9XopKSkpKSkpKXr188a71s3g9fX19fP19XknJycnJycnJ3n19fLu8PLg9fX11tPW9XglJUaWkEAlJXj19fX19fXg9fX19c/19XcjI17Eu1YjI3f19fX19fXr9fX19fX19XYhIWji2F4hIXb19fX19fX19fX19fX19XQfHzV2cTEfH3T19fX19fX19fX19aeQkEkaGhoaGhoaGkmQkKf19fX19fX19bGbm5ubm5ubm5ubm5ubm7H19fX19fX18tPx7uvu9fX17+7r5+n19e/19fX19fX10anNeoiOnMGBgop0aoiOt3jb9fX19fX19NnyubfUycHAurfArsbY48Hu9fX19fX19fX19fX19fX19fX19fX19fX19fX1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'result',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9drX7+3l1PX19fXy7fXu6+bv5fH19enY9bSDh3eQgvT19fXqxNbd1tDT0/T19fX19fX18/P08/X19fX19fX19fX19fX19fLx8fHx8fHx8fHx8fHx8fHx8fHx8fL19O7u5unu6cvu7u7u3+Ta7tra7u7u7u709O6jUla224B9f4t8l6txgZCF7u7u7u709OFQUXBc7OLhyOPg5+Ti4ebf7u7u7u709ONSgVte5aKlibKPp6Dul6yEyO7u7u709O6pVVq840mwf3yTkpLpk32fne7u7u709e7u7O3u7sDXnNGsxLy8s82i3+7u7u719fLx8fHx8fHx8fHx8fHx8fHx8fHx8fL19Pv9/f39/f39/f39/f39/f39/f39/fv08//Q5uTg/v///////////////8rKzv/z8//g3dzn+////////////////+LFx/7z8//n7Onv///////////r1tjG5cfQz/7z8//k0OPv///////////RybWx3ba83P/z8//q8ffx/f/////L2s7r6s/c78nVzv/z8//hzNTQ8/////+4r8mxy7Kh1Kq+rP/z8/7u9fz////s1+f19efz7+r09+Lz4P/z8//CxNb////ZnJSYpLvHmKKip6Cdl//z8/7r//H///////f///Xg7P/////+7f/z8//Wx8To//////////eZxJSSoJqQh/zz9Pv9/f39/f39/f39/f39/f39/f39/fv09fX19fX19fX19fX19fX19fX19fX19fX19fXW6MnFw769wtW2wcbbv8319fX19fX19fX09evY3uHfw+fc5eHj2t319fX19fX19fT09PT09PT18ePj4+Pj4+Pj4+Pj4+z19Ozr6+vr6+vxcUNDQ0NDQ0NDQ0NDQ03s9Ovr6+vr6+vwXUNDQ0NDQ0NDQ0NDQ0Pj9Ovr5KXF6+vwXUNDQ0NDQ0NDQ0NDQ0Pj9Ovr0L216+vwXUNDQ01DZ0pDQ0NDQ0Pj9Ovr687i6+vwXUNYaF9DiaCeiZSkQ0Pj9OvkvcbNzuvwXUNDW0NDfWeDZHBxQ0Pj9OvjyMO90OvwXUNDQ0NDQ0NDQ0NDQ0Pj9Ovr6+vr6+vwXUNDQ0NDQ0NDQ0NDQ0Pj9Ozr6+vr6+vxcUNDQ0NDQ0NDQ0NDQ03s9fT09PT09PT18ePj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'result',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dHu9czlyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9dnCzKXKwKnS9fXo6OLt6ubv5fH19ejY9bxzlGd7jGCu9fXb3MLd19DT0vT19fX19e3l7d/q4ury9fX19fX19fX19fX19fLx8fHx8fHx8fHx8fHx8fHx8fHx8fL19e7u5unu6rXTxNm30LvMyb7a7u7u7u719O6jUla34WGSXLV4jIh5p7jq7u7u7u709OJQUXBc6NvdwtrW18fb39bu7u7u7u709ONSgVte5aKjh6+MpJ3ulKiBxe7u7u709O6pVVq840myfnuTk5Ppk32ene7u7u709e7u7O3u7sDXm9GsxL28tM2i3+7u7u719fLx8fHx8fHx8fHx8fHx8fHx8fHx8fL19Pv9/f39/f39/f39/f39/f39/f39/fv08//F1c3//////////////////8rIzv/z8/7W6+P//////////////////+LFx/7z8//V3ND/////////////nbql48LPzP7z8//q8OH/////////////osKv37W+3P/z8//S29H/////////2Mq0wsL/yNXM/f/z8/7C08v/////////ysCvrJT/ssG1+f/z8//h9Ob//////////////bTUy7nEvf7z8//G3MX//////////////XrOzZKMef/z8//n6eb/////////////////6eHq2f/z8/+5v87/////////////////z5S1kf3z9Pv9/f39/f39/f39/f39/f39/f37/Pv09fX19fX19fX19fX19PX19fX19fX19fX19fXW6NK0nb+corCqlsf19fX19fX19fX19fX09ePW1tjPy9Xd2un19fX19fX19fX19fT09PT09PT18ePj4+Pj4+Pj4+Pj4+z19Ozr6+vr6+vxcUNDQ0NDQ0NDQ0NDQ03s9Ovr6+vr6+vwXUNDQ0NDQ0NDQ0NDQ0Pj9Ovr5KXF6+vwXUNDQ0NDQ0NDQ0NDQ0Pj9Ovr0L216+vwXUNDQ0NMSGhwbX1GQ0Pj9Ovr687i6+vwXUNDYHdJaK2dQ4lDQ0Pj9Ovrwbqw3uvwXUNDUE5DUnltV2hDQ0Pj9OvrxL264evwXUNDQ0NDQ0NDQ0NDQ0Pj9Ovr6+vr6+vwXUNDQ0NDQ0NDQ0NDQ0Pj9Ozr6+vr6+vxcUNDQ0NDQ0NDQ0NDQ03s9fT09PT09PT18ePj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'type-number',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9eTZ7u3Z7vHu7tXv7/Tt7/Xo5/P19ejY9biyd4uqeZaHcnZ/lfTgxtbAyOr19fX19fXz9PT19fT19fTz9fX19fX19fX19fXs7Ozt9O3t8/Ht8ufs6fX19fX19fX19e+Cn626y6mfr7Cq7JV02vX19fX19fX19fCelpub0rKeqpys0qKzu8jv5OTk5PL19fX19fHz9fXw9fX17/Xw9evk8uzy8uz09fX17KyRpomel6aohIqW0/Cnkqml6vnv9fXV8ebt6dTe7u3N5eb19fDz6PHm+vnv9fX19dXUydfRwt/Izdz19fDZ2OPa/Pfw9fX19fX19fX19fX19fX19e3u7u7u7uv19P7///////n2////////9vn///////709P//97////r3///byP//9/r//7rn///09P//9JP///r3///CuP//9/r//5jZ///09P7//fX///n2///4+P//9vn///f///709fX39/f39/X19vf39/f29fX39/f39/X19P7///////r3////////9/r///////709P//+p7///r3//+61P//9/r//6nw///09P//3I7///r3///Kqv//9/r//4jO///09P7///////n2////////9vn///////709fb39/f39/X19vf39/f29fX39/f39/b19P////////r3////////9/r////////09P//7Zz///r3//+4vP//9/r//5HZ///09P///73///r3//+6sv//9/r//6be///09P3///////j2/v/////+9vj///////309fTz8/Pz8/X19/f39/f39e3e3t7e3uT19fX19fX19fX3////////99jKypioysrx9fX19fX19fX3//+zs///99fKyrG4ysrx9fX19fX19fX3///ExP//99e3l42cqcrx9fX19fX19fX2/P39/f389uDIq6yqvtHz9fHv7+/v7+/v7+/v7+/v7+/v7+/v7/H19Ofn5+bn3efj5+fn5+Ln5+fl5ufn5+f08+fn56XJorG0sNKzsaLMtbOzt7jn5+fz8+fn59HYz7TVzNrP1cre0cPQ2cjn5+fz8+fn587d2djV1tLW1d7Y2NnRzd7n5+fz9Ojn59Ld09fM1c/Xxt3Q1dnV09/n5+j09fTz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/T1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'type-number',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9czlyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9dXK9L/EyvX19fX19fX18Obr4fP19ejY9cKDy4ChoPX19fX19fX14sPMsfL19fX19e/r9e3w6PX19fX19fX19fX19fX19fXo6Ojq8+rr8e3q8OPo6fX19fX19fX19e+Boa+9yquhsLGr7pZ02vX19fX19fX19fCflZub0rKeqpyr0qKzu8jv5OTk5PL19fX19evt6ubs8PX19fX19evj6OnX8Oz09fX17J2de1yryvX19fX19fCQiYli8fnv9fXV8c/P08Xf5+T19fX19fDv8uj5//nv9fX19cbFzLzQ3NT19fX19fDe3tT4//fw9fX19fX19fX19fX19fX19e3u7u7u7uv19P7///////n2////////9vn///////709P//+Lz///r3///axv//9/r//7jn///09P//9JP///r3///Ft///9/r//5vY///09P7//fX///n2///4+P//9vn///b///709fX39/f39/X19vf39/f29fX39/f39/X19P7///////r3////////9vr///////709P//+Zj///r3//+1z///9/r//6Lv///09P//3I7///r3///PrP//9/r//47N///09P7///////n2////////9vn///////709fb39/f39/X19vf39/f29fX39/f39/b19P////////r3////////9/r////////09P//7Zj///r3//+3u///9/r//4/Y///09P///7z///r3//+7sv//9/r//6be///09P3///////j2/v/////+9vj///////309fTz8/Pz8/X19/f39/f39e3e3t7e3uT19fX19fX19fX3/////v//99jKypioysrx9fX19fX19fX3//+ysf//99fKyrG4ysrx9fX19fX19fX3///Ew///99fKjmdivsrx9fX19fX19fX2/P39/f389uDMqp+mxNHz9fHv7+/v7+/v7+/v7+/v7+/v7+/v7/H19Ofn5+ba4drn5uLh2uLh59zi2OXn5+f08+fn5+KZvHzKsL+ooKqNqpeeitnn5+fz8+fn5+HEzcHe0tbE08zRzsrNyOLn5+fz8+fn5+TAyMzOwdfQzcbSzr3O4ufn5+fz9Ojn5+LL1NXSy9nS0M/Z1NLJ3ufn5+j09fTz8/Pz8/Pz8/Pz8/Pz8/Pz8/Pz8/T1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'wait-for-bank',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Iz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9dng79jv797q7+/u8PDv7/X19fX19ejY9biLf6Z8cYigipV1g4qDrfX19fX19fX19fX19PT09fX19PXz9fXz9fX19fX19fX19O6XwvX19fX19fX19fX19fX19fX19fXz6/C+f2zz9fX19fX19fX19fX19fX19fXr9MfR1Jmc3svSxtDT4s3jxsve9fX19fPt81+brfBd1rSpqs7Mr7PRrcDB9fX19fPt9eHb3fBd7ejt7Ovp5eXo6Ors8/X19fWW4fXY9Zqc7M/N0ODW2NDe4dPL7PX19fXST5+6fmvz9fX19fX19fX19fX19fX19fX17KqVwfX19fX19fX19fX19fX19fX19fLx8fHx8fHx8fHx8fHx8fHx8fHx8fL19fCu0MK6wa/Vxcq0wLm+ysDDwuzw8PD19fDD2dC1u7TPx72vv8G4vre8ue3w8PD19fDw8NLKwcfRvc+24r/Ms/Dw8PDw8PD19fHw8Ovi3NPm5eHk7Nni4fDw8PDw8PH19fT09PT09PT09PT09PT09PT09PT09PT19fXu6M/YwdPOzdPX0snS3M/I0sn19fX19fXd9ePd3ebl4OXm2t/m3+HZ4d7v9fX19fX19cevs7bBytOxu7fav7S7v63s9fX19fX19fPw8fHn5/Ly8fDv8PHy8uz19fX19fPy8vLy8vLy8vLy8vLy8vLy8vLy8vP19Ozr6+vr6+vr6+vr6+vr6+vr6+vr6+z09Ovr6+vY4MzS1rjV09vX0d/PxOvr6+v09Ovr6+vQ3LO3trW7ttW0srm/suvr6+v09Ozr6+vr6+vr6+vr6+vr6+vr6+vr6+z09evh4eHh4eHh4eHh4eHh4eHh4eHh4ev17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDb4FDY2FDQ0NDQ0NDQ0NDQ0Pj40NDQ0NYW2xDaoWKim6Ti56LcENDQ0Pj40NDQ0NDcGVDVWZZjl5pdmuAU0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'wait-for-bank',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9czlyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9dWyyc7Ry7jKrcCu8fX19fX19fX19ejY9bVlnqKWknSqZa9W8/X19fX19fX19fX19e/p6ejn6+vr2+Xm8fX19fX19fX19fX19O6XwvX19fX19fX19fX19fX19fX19fXz6/C+f2zz9fX19fX19fX19fX19fX19fXr9MHP05mc7rnVnru3rLmwprWz8fX19fPt82CbrPBd4KvPm6+lmKiYnp+X8PX19fPt9drL3fBd8eHr39/k9eHh5Off7fX19fWX4d/M9Zqc8Mnd0dLQ79DP2tzV6fX19fXST5+6fmvz9fX19fX19fX19fX19fX19fX17KqVwfX19fX19fX19fX19fX19fX19fLx8fHx8fHx8fHx8fHx8fHx8fHx8fL19fCu0LyMprG0mMbnrK+DppGM0vDw8PD19fDD2c2my8KttcHnubilvKG16/Dw8PD19fDw8Nu9q9XBv8PQysy48PDw8PDw8PD19fHw8PDl3uLp3+Tn3d/k8PDw8PDw8PH19fT09PT09PT09PT09PT09PT09PT09PT19fXu6MXPysS0rqS11NT1stvMtrzBwfX19fXd9drb3tnU1c7W4uro1dzg3eHW2fX19fX19b64r6HV8r6vosS43vX19fX19fX19fX19fHs7Ojp9e3r7vLx8fX19fX19fX19fPy8vLy8vLy8vLy8vLy8vLy8vLy8vP19Ozr6+vr6+vr6+vr6+vr6+vr6+vr6+z09Ovr6+vr1eOtwr6+yrnp0cjh6+vr6+v09Ovr6+vrzeCgxM+2uqXmzL3d6+vr6+v09Ozr6+vr6+vr6+vr6+vr6+vr6+vr6+z09evh4eHh4eHh4eHh4eHh4eHh4eHh4ev17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDcX5DbHRldVx0eF9cXUNDQ0Pj40NDQ0NhUmxDi6iRqoW2y32wZ0NDQ0Pj40NDQ0NEcWNDb5FoiHiBjXGBdENDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'ways',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Jz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9eLSyO/v8O/w7vDw9fXt7/Xo5/T19ejY9bmmb5WAu3iIgpC69fXgxtbUyu/19fX19fX09PXz9fX05Oj09fX19fX19fX19fX29vb29vb29vb29vb29vb29vb29vX19P7////////8//////z///////////708//27fWdptCLqdDAqJT////////////z8//Q1P/pzfLk6fPd5uL/////////4v/z8////fPg1NzT2c/m1N/G09bP/v///f/z8/////359Pj29/b1+fn29/X1/v/////z8/39/f39/f39/f39/f39/f39/f39/f3z8/////fb/Pvp4Pzu9e785+n////////z8//bxemalI3ClMGesI2rn8D9////9f/z8//J4P75//v/+//3////////////6v/z8/////3ezdbJzejV1dDTydzO0+z////z8/39/f39/f39/f39/f39/f39/f39/f3z8//////////////////////////////z8//g4O3Ixt3Nxr2tw8rc0cfH///////z8/6wwPjNxejCzsrRxN/bxdPa////6f/z8//c3P7q4OPl3fXe5t7r4t/k9f//9//z8/////3t7O/j6vPr6O7z29vt9//////z8/39/f39/f39/f39/f39/f39/f39/f3z8//////29vPy/v////vx/fb/+Pz////z8//B/+euhLyEn8ihi564wYuKlrr/+//z8//IuP/6+vn6+vz7+Pn9/Pv29/n/5P/z8////fLYzdXqys7Nxsbn09DTws7////z9P3////////8///59//8//////////309fT09PT09PT09PT09PT09PT09PT09PT19fTN5NfH3cLNwtfDzN7J38vJys7P0PT19fXc7fHx7+fu7u/o6Orw7+zw5+vw7vX19fX19c/Cw8nQw87Nvcjw9fX19fX19fX19fX19fHx9fX19fX19fX19fX19fX19fX19fLx8fHx8fHx8fHx8fHx8fHx8fHx8fL19Ovr6+vr6+vr6+vr6+vr6+vr6+vr6+v09Ovr6+vr67O1wtjKxMLEtbLr6+vr6+v09Ovr6+vr68G4qr7OucvBu7jr6+vr6+v09Ovr6+vr6+vr6+vr6+vr6+vr6+vr6+v09fT09PT09PT09PT09PT09PT09PT09PT1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'ways',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9czlyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9dew08G93sbW9fX19fX17unq4fP19ejY9cNjn2+XnYW39fX19fX15s3YsfL19fX19ent69rp7ent9fX19fX19fX19fX19fb29vb29vb29vb29vb29vb29vb29vb19P7///31/vv///////////////////708//27d9+wZr////////////////////z8//Q1PfR6+7+///+/v//////////4v/z8////fLG4NLZ+Lu+yP///////////f/z8/////v1+Pv4+vDz9f/////////////z8/39/f39/f39/f39/f39/f39/f39/f3z8/////jHx9Xa9+rU0cnM6dX////////z8//bxfCHeKh/1cONkoqQsJr2////9f/z8//J4P3p9vf05f346eDl5+jp7Pf/6v/z8/////HR5+faxOzo0sDFycLM1+f////z8/39/f39/f39/f39/f39/f39/f39/f3z8//////////////////////////////z8//g4O59y9aGzKb////////////////z8/6wwPGu7f626cv/////////////6f/z8//c3PXP7evdwfft5sPd2sfC+v//9//z8/////nr8fPy6fL26Nrw7N/l/P/////z8/39/f39/f39/f39/f39/f39/f39/f3z8//////f6/Dm9+rj39fo5ePe6v/////z8//B/++Rp5RqzJCwnmCMgH6Ysv//+//z8//IuPni8OLq8+jn3uXU4OL16v//5P/z8////fLjxcnP/K3HxMXUw9HBse3////z9P3////+/P/8/vr8/f7+/fr9/v7///309fT09PT09PT09PP09PT09PT09PP09PT19fXN5M/I0ca+v7mtu9TysMPQv7q2xfX19fXc7d7g5N/e4tzh3d/z5u3u8e3q7vX19fX19b6+w7y9yrTP083w9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fLx8fHx8fHx8fHx8fHx8fHx8fHx8fL19Ovr6+vr6+vr6+vr6+vr6+vr6+vr6+v09Ovr6+vr6+u0q4K0rZjHuOvr6+vr6+v09Ovr6+vr6+u1uqbIy6jW1Ovr6+vr6+v09Ovr6+vr6+vr6+vr6+vr6+vr6+vr6+v09fT09PT09PT09PT09PT09PT09PT09PT1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'en',
    name: 'why',
    luminance:
      '9fXq6uDq19/p6enZ393n4uzo2+Xi4vX19fXU4dDj2N/Iz9vd4MrUyNXj19rZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9drX7+/u8MvXzvPdyNLR5M7P9PX19ejY9bSCi4Nus5Gin9aWopaGq4iO5vX19fX19fX19PT19fP19eT18/T09PT09fX19fX19fX19fX19fX19fX19fX19fX19fX19fWjodO8ytjC18uy38zpnMDFrtz19fX19fOOkqN7b9R1lW94moinjouxm3/19fX19fXu8PHY3vXu7+7x8e3z7fDy5cr19fX19fTk6O3q6+jn6u319fX19fX19fX19fX19fTX2N7U397X2OT19fX19fX19fX19fX19fXE1+bd4ePp4+Xa2tzo4uLt3sX19fX19fW50tbWzrnK0cDCx9PEv7PVvdb19fX19fX19d7k0Ojq4/D19fX19fX19fX19fX19fX19d66u9i+u8319fX19fX19fX19fX19fX18ujo9fX18+718/X17/X19ez19fX19fXV6NPIpNC1pqavyLK1tbe4tKWswfX19fX19fX19e3p9e/19fH19fX19fX19fX19fX19c6wtci4trq4tqGyy6Gx9fX19fX19fX19fX19fX19fX19fX19eHx9fX19fX19fTZ3d/e5uXk4+Hg5uXd5dzr9fX19fX19fTc3ePe1OPn2uDi4N7Z593q9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fPy8vLy8vLy8vLy8vLy8vLy8vLy8vP19Ozr6+vr6+vr6+vr6+vr6+vr6+vr6+z09Ovr6+vl0tnFu9XU3NbV1NbM2Ovr6+v09Ovr6+viytTCva3ExbOntce6zuvr6+v09Ozr6+vr6+vr6+vr6+vr6+vr6+vr6+z09evh4eHh4eHh4eHh4eHh4eHh4eHh4ev17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ3mKcmJOV014amhlQ0NDQ0Pj40NDRnNlQ6qzhaq7jIyIo4q+dENDQ0Pj40NDZ4N2Q05LSXRGTkdPS0xxZUNDQ0Pj40NDYXRwQ3eIbGhrf4pZbIRuhW9mQ0Pj40NDQ0NDQ4GajqCHeIh7mbeXq3x7Q0Pj40NDQ0NDQ0NDQ0NDQ0NDSnRFQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'esign',
    theme: 'light',
    language: 'zh-CN',
    name: 'why',
    luminance:
      '9fXq6d/09c3o3fXpzuXb3PXu2+Xi4vX19fXU4dDu9czlyvXvztzX2fXt19vZ1u719fX19fX19fX19fX19fX19fX19fX19fX19fXh9dzV1c653dPKzc3t0dL19fX19fX19ejY9caloYZ7y4uRhIS3kaH19fX19fX19fX19fT09e7j8fXz9PT09PT19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fWXnbeCxmafl4ytirR6ncGD8vX19fX19fWMbLx6t1qii5uamrRrjfC09fX19fX19fXO8/Xk5tnO5Nno6OXP09/q9fX19fX19fTV5uXV193f3PX19fX19fX19fX19fX19fTU3dnQ2M/W2/X19fX19fX19fX19fX19fXE193I1NG30uH1wsnD7fTA0My25PX19fW50tel2Ne3ydPttMer19zExsCr3/X19fX19fX19fX19fX19fX19fX19fX19fX19fXl5dLeuLGwqKe/q9K6rr6mtc319fX19fXl9eTk1eDZz9DX1ujbytTL2Nrw9fX19fX19cW+obqsvq2T9PX19fX19fX19fX19fX19eXWwtDO3dPF8/X19fX19fX19fX19fXn6ern5erq5+fx7+nn7evu9fX19fX19fPCz9TMv8/Kz8Hn1NTK09bZ9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fPy8vLy8vLy8vLy8vLy8vLy8vLy8vP19Ozr6+vr6+vr6+vr6+vr6+vr6+vr6+z09Ovr6+vr1eOzt6+/yrnp1cLh6+vr6+v09Ovr6+vrzeCmr6K1uqXmx73d6+vr6+v09Ozr6+vr6+vr6+vr6+vr6+vr6+vr6+z09evh4eHh4eHh4eHh4eHh4eHh4eHh4ev17E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s40NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Pj40NDQ0NDQ0NDhLiWp5aVmX2eVkNDQ0Pj40NDQ0NDbW5DicGdsJyZjo6QSkNDQ0Pj40NDQ0NfhXxDWWViZF9YYFFZRkNDQ0Pj40NDQ0NbdHdDkdaTr6Rra22wc0NDQ0Pj40NDQ0NDQ0NDkaOkra9VVXyfYUNDQ0Pj40NDQ0NDQ0NDRkZFRUZDQ0NEQ0NDQ0Pj7E1DQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ03s9ezj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+z1',
  },
  {
    panel: 'smart',
    theme: 'light',
    language: 'en',
    name: 'amount',
    luminance:
      '9e3c2vX10+Df2vL129nZ19709dja3ub19fPz6/X17fLk6/X18PDr6O309fXu6vD19eX19fX19fX19fX19dnV2tbT2d/Pyub19eP19fX19fX19amsmsCar5K39I+0icf19fX19fX19fX19Yh0to2RjZWQ5JxxrJX19fX19fX19fX19eLYsMG3zK/TwKvYo+H19fv7+/vr3d3d3eD5+/v79/j7+/v7+/v19fnS0/Hk68DA3N302dLV+fzv2Nnk2v/19f7q7/rk693d5N397O7x+fz89O/x5//19Pb29vby4eHh4er19vb29PX29vb29vb09f////////r3////////9/r////////19f//++D///r4///r5f//+Pr//9r1///19f//+Lv///r4///Z0f//+Pr//77q///19f////////r4////////+Pr////////19Pb29vb29vX19vb29vb29fX29vb29vb09fz8/Pz8/Pj2/Pz8/Pz89vj8/Pz8/Pz19f////H///r4///z8v//+Pr//+36///19f//6Z3///r4///Nyv//+Pr//6Xj///19f////v///r4///5+///+Pr///f+///19Pn5+fn5+fb1+fn5+fn59fb5+fn5+fn09fr6+vr6+vf1+vr6+vr69ff6+vr6+vr19f////////r4////////+Pr////////19f//9bf///r4///Hxv//+Pr//67f///19f///+z///r4///p6f//+Pr//976///19fv7+/v7+/j2+/v7+/v79vj7+/v7+/v19Pf39/f39/X19/f39/f39erh4eHh4eLy9f////////r4////////+NTKyr/Dysro9f//vbbo//r4///W1///+NTKyqu2ysro9f//xcDt//r4///c3P//+NTKnYKMv8ro9f////////n3////////99bKysrKysrq9fT09PT09PT19PT09PT09fPv7+/v7/D19fX19fX19fX19fX19fX19fX19fX19fX19NHOzs7Ozs7Ozs7Ozs7Ozs7Ozs7OztH0xENDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0PEv0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0O/v0NDQ0NsWlRhVWFtXW9lblhubUhDQ0O/v0NDQ0OIbF+Kl4mHf3uKjnmJiVBDQ0O/v0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0O/wUNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0PB8Lq4uLi4uLi4uLi4uLi4uLi4uLi4uLrw',
  },
  {
    panel: 'smart',
    theme: 'light',
    language: 'zh-CN',
    name: 'amount',
    luminance:
      '9e3c2vX19dPd5vX169bP2fX19djb3ub19fPz6/X19e3t7vX19e7p7/Ty8/Pr6vD19eX19fX19fX19fX19fX13MbG0tPGy/T19eP19fX19fX19amslMCVqo2y84uthsL19fX19fX19fX19Yh0vYaRjZWR5JxyrJX19fX19fX19fX19eLYscK3zK/TwKvYouL19fr7+/vr3d3d3eD5+/v79/j7+/v7+/r19fnS0/Hk68C/3N302dLV+fz95t7T2//19f7q7/rk693e5N397O7x+fz9+ezl8f/19Pb29vby4eHh4er19vb29PX29vb29vb09f////////r3////////9/r////////19f//+97///r4///r5f//+Pr//9r1///19f//+Lv///r4///a0f//+Pr//77q///19f////////r4////////+Pr////////19Pb29vb29vX19vb29vb29fX29vb29vb09fz8/Pz8/Pj2/Pz8/Pz89vj8/Pz8/Pz19f///+7///r4///w7///+Pr//+r5///19f//6J3///r4///Py///+Pr//6fi///19f////v///r4///5/P//+Pr///j////19Pn5+fn5+fb1+fn5+fn59fb5+fn5+fn09fr6+vr6+vf1+vr6+vr69ff6+vr6+vr19f////////r4////////+Pr////////19f//9bX///r4///Hxv//+Pr//67f///19f///+z///r4///p6f//+Pr//976///19fv7+/v7+/j2+/v7+/v79vj7+/v7+/v19Pf39/f39/X19/f39/f39erh4eHh4eLy9f////////r4////////+NTKyr/Dysro9f//vbXn//r4///W1v//+NTKyqu2ysro9f//xcDt//r4///c3P//+NTKs2Vzysro9f////////n3////////99bKycLGysrq9fT09PT09PT19PT09PT09fPv7+/v7/D19fX19fX19fX19fX19fX19fX19fX19fX19NHOzs7Ozs7Ozs7Ozs7Ozs7Ozs7OztH0xENDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0PEv0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0O/v0NDQ0NcakN8a4lfbGtwbkxub0NDQ0O/v0NDQ0NthkOLl6h1i4yLiWqJikNDQ0O/v0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0O/wUNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0PB8Lq4uLi4uLi4uLi4uLi4uLi4uLi4uLrw',
  },
  {
    panel: 'smart',
    theme: 'light',
    language: 'en',
    name: 'home',
    luminance:
      '9e3c2vX10+Df2vL129nZ19709dja3ub19fPz6/X17fLk6/X18PDr6O319fXv6/D19c+2vK67xbe5qvH19fX19fXztJfIrcD19dnLyMDS4drV1fD19fX19fXtyNTHwNr19eDU2+De2OL19fX19fX19fXQ0+Ta0eX19O7u7u7u7u7u7u7u7u7u7u7u7u7u7u708uvV6Maxt6i3yq+3n8Pr6+vr6+vr5+vy8sin3MzKwMbTysLJw9br6+vr6+vr5eDy8uvr4s/S2dDW0c7W1evr6+vr6+vr6+vy9PX19fX19fX19fX19fX19fX19fX19fX09f////D///349vb////////////////19fjK8KKgm86dpKTI//////////Wh//T19fvl993Y3+va4tj5//////////+///j19f////v5/fr6+/r////////////////19PX19fX19fX19fX19fX19fX19fX19fX09enq+ff33t3m///////s0/TMyebG/v/19disqrbYubK5///////kyNLHwtfA/fD19ezd4tHc+P/////////azMjF0b7D/fz19f7+/v7+/v7+/v7+/v769/fw+Pf4/v719ePX6OHn0Mn+////////+cPOxOXC/f/19dy8uMjRvrb4///////898vFxNbB/e719ffjtc3Cv7TV/v/////Pvb68yba7/f719fj39/f39/f3+fn5+fn09PTu9PT0+fn19fv7+/v7pc32+/v7+/v79vj7+/v7+/v19f//7tz/bKH4///79v//+Pv//97u///19f//4+H///v4///c1P//+Pv//83z///19f/j4+Xc+/v42NTh39Xr+PvR0c7h3PL19f/p09rY9fv46dTQ1+Lk+PvZ1tngwen19fr6+vr6+vj2+vr6+vr69vj6+vr6+vr19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX155mWlpaWlpaWlpaWlpaWlpaWlpaWlpnnv0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0O/v0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0O/v0NDQ0NDX2BDlH+GV3p3iIZDQ0NDQ0O/v0NDQ0NDhopDV1dmSW51ZmRDQ0NDQ0O/v0NDQ0NDa21DZF5tXWlqXF5oU0NDQ0O/v0NDQ0NDQ0NDQ0VDQ0NDQ0NDQ0NDQ0O/wUNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0PB8Lq4uLi4uLi4uLi4uLi4uLi4uLi4uLrw',
  },
  {
    panel: 'smart',
    theme: 'light',
    language: 'zh-CN',
    name: 'home',
    luminance:
      '9e3c2vX19dPd5vX169bP2fX19djb3ub19fPz6/X19e3t7vX19e7p8fX19fXv7PD19cOfkqqhqfX19fX19fX19fXzs5PIrb/19djGysW2wO/19fX19fX19e/nws7Gu9n19d3S3ebZyub19fX19fX19dnU4NXZ1+319O7u7u7u7u7u7u7u7u7u7u7u7u7u7u708uvV6MZ2rbOckIWl6+vr6+vr6+vr5+vy8sin4Me81dHHw7/S6+vr6+vr6+vr5eDy8uvr5tHL1dzQ0tPk6+vr6+vr6+vr6+vy9PX19fX19fX19fX19fX19fX19fX19fX09f///+zp6+P////////////////////19fjK8ISoj4D///////////////Wd//X19fvl99fm5dbl3/////////////++//j19f////n++Pz6/P/////////////////19PX19fX19fX19fX19fX19fX19fX19fX09erk4tzH///////////s0fTLx+XF/v/19djBwKao///////////lytPHwtfA/fD19eHN29jZ/////////////97BwMzF/fz19f7+/v7+/v7+/v7+/v7+/vr19PT2/v719eTK17f0////////////+cLMw+TB/f/19dy6xKPy/P7/////////+83FxNbB/e719ffjrKjAr/f//////////9O0tcC8/f719fj39/f39/j5+fn5+fn5+fXy8vPz+fn19fv7+/v7ps32+/v7+/v79vj7+/v7+/v19f//7tz/bKH4///79v//+Pv//97u///19f//4+H///v4///c1P//+Pv//83z///19f/Rusiw5vv4/+e0tO3/+Pv/38Sr///19f/i1NHK7/v4/+rJ0u//+Pv/5NPA///19fr6+vr6+vj2+vr6+vr69vj6+vr6+vr19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX155mWlpaWlpaWlpaWlpaWlpaWlpaWlpnnv0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0O/v0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0O/v0NDQ0NhXUOtr7mir2RDQ0NDQ0NDQ0O/v0NDQ0OOg0NocXlveFJDQ0NDQ0NDQ0O/v0NDQ0NvaUN6fn1LbHFpfoCAcU9DQ0O/v0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0O/wUNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0PB8Lq4uLi4uLi4uLi4uLi4uLi4uLi4uLrw',
  },
  {
    panel: 'smart',
    theme: 'light',
    language: 'en',
    name: 'pin',
    luminance:
      '9e3c2vX10+Df2vL129nZ19709dja3ub19fPz6/X17fLk6/X18PDr6O319fXv6/D19dzV18/d0t719fX19fX11JuZmZvCkr/19fPv8/Pz8/T19fX19fX18dLPzczNzdz19bGxqKetwZ+Er/X19fX19fX05ejt5+X19dbM1MXT4u/L1fX19fX19fXz5OHk3+j14+jp6enpzunQ59fg4Nfo4eng6enp6ejj4P/////6R/pi2oqysor17vzp/P/////g6eXm5ubm5ubm5ubm5ubm5ubm5ubm5uXp9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fPz8/Pz8/T18/Pz8/Pz9fTz8/Pz8/P19f7///////n3////////9/n///////719f//++r///r4///r7///+Pr//9/6///19f//97H///r4///ZyP//+Pr//7nl///19f////////r4////////+Pr////////19Pj4+Pj4+Pb1+Pj4+Pj49fb4+Pj4+Pj09fr7+/v7+/f2+/v7+/v79vf7+/v7+/r19f////////r4////////+Pr///3////19f//6Zn///r4///Pyf//+Pr//6bj///19f////L///r4///r7///+Pr//+b5///19fr6+vr6+vf2+vr6+vr69vf6+vr6+vr19Pj4+Pj4+Pb1+Pj4+Pj49fb4+Pj4+Pj09f////////r4////////+Pr////////19f//9cD///r4///P0P//+Pr//7Ll///19f///+P///r4///h3///+Pr//9v0///19f3+/v7+/vn2/v7+/v7+9vn+/v7+/v319fT09PT09PX09fX19fX19PX09PT09PT19fX19fX19fX4////////+PX19fX19fX19fX19fX19fX4///g4P//+PX19fX19fX19fX19fX19fX4///T0///+PX19fX19fX19fX19fX19fX3////////9/X19fX19fX19evp6enp6fL08/Pz8/Pz9PLq6urq6u31yDU0NDQ0NG7hysrKysrK4YFPT09PT0/OuzQ0PFQ0NGHeysqxncrK3nZPT2BUT0/DuzROTFFSPmHeyrmttLzK3nZPbHJlWk/DuzROY1ldPmHeyrimoL3K3nZPZ3VyV0/D5pKOjo6Ojrrt3t7e3t7e7cKdnZ2dnZ/o',
  },
  {
    panel: 'smart',
    theme: 'light',
    language: 'zh-CN',
    name: 'pin',
    luminance:
      '9e3c2vX19dPd5vX169bP2fX19djb3ub19fPz6/X19e3t7vX19e7p8fX19fXv7PD19djHzsjUx8/19fX19fX11JuWmJrCkb719fPu7+ru8un19fX19fX18dLQzczNzt319cJjjHG4zV6Bh8z19fX19enc4+Dk6Ob19dmqxq3T1LXEw9719fX19efg4dvh5en14+jp6enpzunQ59fg4Nfo4eng6enp6ejj4P/////6R/pi2oqysor17vzp/P/////g6eXm5ubm5ubm5ubm5ubm5ubm5ubm5uXp9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fPz8/Pz8/T18/Pz8/Pz9fTz8/Pz8/P19f7///////n3////////9/n///////719f//++j///r4///r7v//+Pr//9/6///19f//+LH///r4///ax///+Pr//7rl///19f////////r4////////+Pr////////19Pj4+Pj4+Pb1+Pj4+Pj49fb4+Pj4+Pj09fv7+/v7+/f2+/v7+/v79vf7+/v7+/r19f////3///r4///8/P//+Pr///z////19f//6Jj///r4///Ryf//+Pr//6bi///19f////L///r4///r8P//+Pr//+b6///19fr6+vr6+vf2+vr6+vr69vf6+vr6+vr19Pj4+Pj4+Pb1+Pj4+Pj49fb4+Pj4+Pj09f////////r4////////+Pr////////19f//9b////r4///Pz///+Pr//7Hl///19f///+P///r4///h4P//+Pr//9v0///19f3+/v7+/vn2/v7+/v7+9vn+/v7+/v319fT09PT09PX09fX19fX19PX09PT09PT19fX19fX19fX4////////+PX19fX19fX19fX19fX19fX4///f3///+PX19fX19fX19fX19fX19fX4///T0///+PX19fX19fX19fX19fX19fX3////////9/X19fX19fX19evp6enp6fL08/Pz8/Pz9PLq6urq6u31yDU0NDQ0NG7hysrKysrK4YFPT09PT0/OuzQ0PFQ0NGHeysqxncrK3nZPT2BUT0/DuzQ0b2RONGHeysWVlcbK3nZPZoBnT0/DuzQ0al1NNGHeysabmcLK3nZPY3p3T0/D5pKOjo6Ojrrt3t7e3t7e7cKdnZ2dnZ/o',
  },
  {
    panel: 'smart',
    theme: 'light',
    language: 'en',
    name: 'why',
    luminance:
      '9e3c2vX10+Df2vL129nZ19709dja3ub19fPz6/X17fLk6/X18PDr6O319fXv6/D19eX12tno4OHT2vDN0szhyvT19fX19fX19eP1zayyusiywdy1tLDNr/L19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19cWruLbYo7yrv8+osaXN3vX19fX19fX19dbBzKfatry9xsq5x8qr7vX19fX19fX19ejm6efn5+fz9fX19fX19fX19fX19fX19ejc6uTo6OL18/P18/Xy7/Xv9fX19fX19dHM0crFycnAwsjDvM+7zcPDwrzp9fX19fXz6fH19fXx8/Xx9fXz8fX19e/v9fX19evn48LNxr/AysO+zcm+wM3OwsrY9fX19fX11snXxNXVzer19fX19fX19fX19fX19fX17+zr6ejm2vT19fX19fX19fX19fX19d/V1dnd29fc2dXa1uv19fX19fX19fX19fX19fLz9fX19PX19fT19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fT09PT09PT09PT09PT09PT09PT09PT19f3+/v7+/v7+/v7+/v7+/v7+/v7+/v319f///8Gcsbmyya6oyv/////////////19eqx2PHv6+7v6vPb5Pny9fL48Pb3///19eTG4+fv3eDn4uTl3u7j3+Hn4OHk///19f///9fV3M7Y3dbT2dTkz+HVzev////19fv7+/v78vv7+/v7+/v7+/v7+/v7+/v19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX18+zs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozz8uvr6+vr687VvbjGy8PF0LTp6+vr6+vy8uvr6+vr6+Pk293e39nU3d3r6+vr6+vy887Ly8vLy8vLy8vLy8vLy8vLy8vLy87zxENDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0PEv0NDQ0NDQ0Nma2NTT1VvXVRDQ0NDQ0O/v0NDQ0NRck6CgqWWb32VjolYQ0NDQ0O/v0NDQ0NtfF9cW2BZalNaZV9mVENDQ0O/v0NDQ0NDQ0N3goqJgl+QppOPaUNDQ0O/wUNDQ0NDQ0NDQ0NDQ0NDVkNDQ0NDQ0PB8Lq4uLi4uLi4uLi4uLi4uLi4uLi4uLrw',
  },
  {
    panel: 'smart',
    theme: 'light',
    language: 'zh-CN',
    name: 'why',
    luminance:
      '9e3c2vX19dPd5vX169bP2fX19djb3ub19fPz6/X19e3t7vX19e7p8fX19fXv7PD19eX12tvXsuDK1NTU1PX19fX19fX19fX19eP1z8G9ncy5v7u/wvX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19dB3uZOBm4u2h5520Kf19fX19fX19fX19di4172subW4wsSj4dj19fX19fX19fX19efk4d/e1uf19fX19fX19fX19fX19fX19eXc39nd2er18ezv9e7w7u719fX19fX19dHMxsTJsLbpt7q64ruyqtT19fX19fX19fXz7/Dn7OXk5u3r5OXl9e3l5unj4/L19evn0dTAs72vwMjNtLu26sO0t768sOX19fLy9PPy8vTz8/Hy9fT19fX19fX19fX19eHP0s7O0c7b4Nba1OP19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fn5+fn5+fn5+fn5+fn5+fn5+fn5+fn19f///9HL263l///////////////////19fzY69bQwbLp/v////7+///+/v7////19dKf0M7U0sO6yuzZwra6xbnIxb2x///19f///+rz8d3Q4fz////////////////19f////j3+Orj7fD////////////////19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX18+zs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozz8uvr6+vr69ren62zv8LXs+vr6+vr6+vy8uvr6+vr6+bn0tjW3Njk3+vr6+vr6+vy887Ly8vLy8vLy8vLy8vLy8vLy8vLy87zxENDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0PEv0NDQ0NDQ0NDRpGGj3aEbHZDQ0NDQ0O/v0NDQ0NDQ2BuSK6ZpYSTgHVDQ0NDQ0O/v0NDQ0NDQ4l8RJR7jFpHYYVDQ0NDQ0O/v0NDQ0NDQ0NDR6Wcq4JodYlDQ0NDQ0O/wUNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0PB8Lq4uLi4uLi4uLi4uLi4uLi4uLi4uLrw',
  },
  {
    panel: 'mobile',
    theme: 'light',
    language: 'en',
    name: 'amount',
    luminance:
      '9fXt6+Xc5eL19fXd3uL19ev14u7k4/D19eHWwc7T3MuwucfR2MK5uLXQyeHCyMv19fX19fX19fXt9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXS9e/A5Oni59vo48Xpy+PM5tbVu9b19fPM9elslnyJr3WRf5y3ioiyd42Cl9z19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fPx8e/i6vPg9ejq9fXs5vXh8vX19fX19ep3dbtWroBmxVtk9fVpXMpkdvX19fX19e1bWb1dq2bHd4Z86PVxlXe6ZfX19fX19exsb9bsXmi2lHd04N9whZaqZvX19fX19fXGyspsxMd57Zaex7umjfF9vvX19fTy8vLy8vLy8vP19erm5ubm5ubm5vD19fn///////////722dnd3d3d3d3d3crx9fz////////////41uvr6+vr6+vr697o9fz//8S2uq3s///41uvr5aScorXr697o9fz//97Q09L4///41uvr6cfFw8rr697o9fz////////////41evr6+vr6+vr69ns9fX39/f39/f39/f07NPU1NTU1NTU1Nf19fj8/Pz8/Pz8/Pz29fv8/Pz8/Pz8/Pn19fz////////////49//////////////z9fz/+LXAtbXL///49//V2bTC38HL0//z9fz//NTJy8vY///49//q6NLR39PG2v/z9fz////////////49v////////////7z9fb4+Pj4+Pj4+Pf19Pf4+Pj4+Pj4+Pb19fXp7+P19fX18e317fX19fXy9fXt9fX19fXe6Nu6uc/CxbvIw7i857TRwr7C9fX19fX19fTi9fX19fX19fDu8PX19ev19fX19fX19fX19fX19fX19fX19fX19fX19fX19erX19fX19fX19fX19fX19fX19fX1+j19VlDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NQUlrw9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NUW1Ho9UNDQ0lIQ0xFT0NDQ0RHSUNIQ0lVWlLo9UNDQ5uVhZJ7mnuLxZCTslOQsZpDQ0Po9UNDQ5KMp6qimWahnJiPsXSPpZlDQ0Po9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Po9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Po9XtRUVFRUVFRUVFRUVFRUVFRUVFRUXDz9fX19fX19fX19fX19fX19fX19fX19fX1',
  },
  {
    panel: 'mobile',
    theme: 'light',
    language: 'zh-CN',
    name: 'amount',
    luminance:
      '9fXt6+X179Dt4fXrz+/g5vP14u7k4/D19eHWwc716cPUvfXrvN23xuv1yeHDyMv19fX19fX19fX19fX19fX08/X19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXS9e2dv5rGj929u3WvrLr19fX19fX19fPM9ex5k3CbYcOgo32XiMT19fX19fX19fX19fTn7+fc6+Pw6+3d2PT19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fPx8ezQ3/DQ9d7g9fXk2vXT7fX19fX19ep3dbpiuXxzwF9m9fVqYcVuc/X19fX19e1bWcFkn2fId4d86PVxlXe7ZvX19fX19exsb9fsXmm1l3Zz4N9whJipZvX19fX19fXGysprxcd57Zeex7unjvF+vvX19fTy8vLy8vLy8vP19erm5ubm5ubm5vD19fn///////////722dnd3d3d3d3d3crx9fz////////////41uvr6+vr6+vr697o9fz//8S3uq7s///41uvr5aSco7Xr697o9fz//97Q0tL4///41uvr6cfFw8rr697o9fz////////////41evr6+vr6+vr69ns9fX39/f39/f39/f07NPU1NTU1NTU1Nf19fj8/Pz8/Pz8/Pz29fv8/Pz8/Pz8/Pn19fz////////////49//////////////z9fz/+LXBtbXL///49//90My+1bal///z9fz//NTJysrY///49//18+bFyMa+///z9fz////////////49v////////////7z9fb4+Pj4+Pj4+Pf19Pf4+Pj4+Pj4+Pb19fXp7+bg4d3s9PXq5OL16+Hn5eb19fX19fXe6Li6q6bH2+vGu8Dh7NOtt8P19fX19fX19eru7uvw8/Lw7O719fHn6/H19fX19fX19fX19fX19fX19fX19fX19fX19fX19erX19fX19fX19fX19fX19fX19fX1+j19VlDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NQUlrw9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NUW1Ho9UNDQ0pWQ1VWQ0NHTUlER0NISENVWlLo9UNDQ1+1mbHFZpymiaWojGCqkYBDQ0Po9UNDQ26dnrexZa54lqOeioCnkHpDQ0Po9UNDQ0ZVS01iTENDQ0NDQ0NDQ0NDQ0Po9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Po9XtRUVFRUVFRUVFRUVFRUVFRUVFRUXDz9fX19fX19fX19fX19fX19fX19fX19fX1',
  },
  {
    panel: 'mobile',
    theme: 'light',
    language: 'en',
    name: 'home',
    luminance:
      '9fXt6+Xc5eL19fXd3uL19ev14u7k4/D19eHWwc/T3MuwucfR2MK5uLXQyeHCyMv19fX19fX19fXt9fX19fX19fX19fX19fX19fW2vMzXstvh0MO90sL19fXGvOK8ufX19fWdkYyKooG8moGIlZP19fWhksaakvX19fXW4+3K6O/t8fX19fXw7/Xu5/Dx9fX19fXBt7XW383Ju9319fXOusLQvtK7vPT19fTy8vLy7fLy8vLy8vLy8vLy8vLy8vT19fn///////////////////////////v09fz///////////n///r6///////////z9fzy2PavlbiombqxvZCb0v/lrOfz8f/z9fzy2PbPpsrTvd7QyrnH1v/5lvPq2v/z9fzy2Pbh6ObM0cDZ1MPS7v//kv/f3v/z9fz////h3t7QzMTizMa56///4//////z9fz///////////////////////////709fX39/f39/f39/f39/f39/f39/f39/X19fb7/Pzmj+L1+Pz8/Pz89fT5/Pz8/Pn19ebf9tZ0Rnn1vv/9+f//997l++D0///z9fn+6cerVLb1/P/ly///9/n+9Ljq///z9fz/9vv////1///m4f//9/z//uf+///z9fzd1cjI4f/1u7rMy7Xb9+q7vbTHwOnz9fzx3Nvk7P/1697T4eLn9/Lc5N/cyO/z9fj8/Pz8/Pn1/Pz8/Pz89fj8/Pz8/Pn19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19XtRUVFRUVFRUVFRUVFRUVFRUVFcYXbz9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NQXlHo9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NQblHo9UNDQ0NDQ0NSk1JJR0NJSUtscUNMUkfo9UNDQ0Nkc0NdqqCklGvEipOdwGJDQ0Po9UNDQ0OGlExQWGdiZEuNcXB3c1VDQ0Po9UNDQ0OBllBDQ0hDQ0hDQ0NDTkNDQ0Po9UNDQ0NDQ0Naf2l/i39odIF/Z0NDQ0Po9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Po9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Po9XtRUVFRUVFRUVFRUVFRUVFRUVFRUXDz9fX19fX19fX19fX19fX19fX19fX19fX1',
  },
  {
    panel: 'mobile',
    theme: 'light',
    language: 'zh-CN',
    name: 'home',
    luminance:
      '9fXt6+X179Dt4fXrz+/h5vP14u7k4/D19eHWwc716cPUvfXrvN23xuv1yeHDyMv19fX19fX19fX19fX19fX08/X19fX19fX19fWKpoy2ipmU1PX19fX19fXHu+K8uvX19fWYmXmvcGt6yPX19fX19fWhlceak/X19fXb4+vq8eLb2fD19evp5Ofm5ebp9fX19fW7wcbS69m5oun19dDByMm+zcHH3vT19fTt6+zy7/Dv6PLy8vLx7fLx8e/s8vT19fn///////////////////////////v09fz////69urw9ef////////////////z9fzx2PaehHyPa5r////////hnuPz8f/z9fzx2PbKvM69qLr////////8nPXq2v/z9fzx2Pbh6OGUvMasop+u////kv/g3v/z9fz////h3uOw4tnSvLi/////4v/////z9fz///////////////////////////709fX39/f39/f39/f39/f39/f39/f39/X19fb7/Pzmj+L1+Pz8/Pz89fT5/Pz8/Pn19ebf9tZ0Rnn1vv/9+f//993k++D0///z9fn+6cerVLb1/P/ly///9/n+9Ljq///z9fz/9vr////1///m4f//9/z//uf+///z9fzGopGtsf/1/9WVltj/9/z/t6qW///z9fzv3cjY3f/1/+zO2e7/9/z/19LK///z9fj8/Pz8/Pn1/Pz8/Pz89fj8/Pz8/Pn19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19XtRUVFRUVFRUVFRUVFRUVFRUVFcYXbz9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NQXlHo9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NQblHo9UNDQ0NDjJ2RnJuMjm1DQ0NDQ0NMUkfo9UNDgVlDmcGcwLuqoWdDQ0NDQ0NDQ0Po9UNgin9DeHp6iJRziGZDQ0NDQ0NDQ0Po9UNniHpDU15fV0VDV1ZZVFtaW15KVkPo9UNDQ0NDfoeFlm1FhHl0fIyMkpJwdkPo9UNDQ0NDRkREQ0RDQ0NIRENGR0dEREPo9UNDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0Po9XtRUVFRUVFRUVFRUVFRUVFRUVFRUXDz9fX19fX19fX19fX19fX19fX19fX19fX1',
  },
  {
    panel: 'mobile',
    theme: 'light',
    language: 'en',
    name: 'why',
    luminance:
      '9fXt6+Xc5eL19fXd3uL19ev14u7k4/D19eHWwc7T3MuwucfR2MK5uLXQyeHCyMv19fX19fX19fXu9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXS9e+v4uTl3d3QysP0urzCxeO9vPL19fPM9el4dY+HbtCgmpTdgYmVmK6HjOf19fX19fX19fX19fX19fXj9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fWvscfK2/C74fLlteLm6rDB2bnl8/X19fWixGuih6OlfGiVV6+umJR1p5509fX19fXFwcbRfOLRstXBzbrNzcDA57qe9fX19fXv9fX19e719fX19fX19fX19fX19fX19fXIybzTwdHGw8Tq9fX19fX19fX19fX19fXz8/X19fX19fX19fX19fX19fX19fX19fWurO7UvMfF7cPLv8XB0M652cyf9PX19fXR1OnbzdbZ0NLM0tjP29DD5szV9fX19fX19fX19fX19fX19fX19fX19fX19fX19fXu2t6+2dDE0cjK1NjSy8vR5dHL8fX19fXc8+PKxMDCz+HPwtvZzc3P1aW+7fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fTy8vLy8vLy8vLy8vLy8vLy8vLy8vT19ezr6+vr6+vr6+vr6+vr6+vr6+ve3eL09evr6+vh4uLi4evr6+vr6+vh2+vfwd709evr6+vHyrqSpZ6vu6Wgrsmkm+vbwd709evr6+vq6tzY2NLd3dnOyd7azuvr6+v09e3r6+vr6+vr6+vr6+vr6+vr6+vr6+z19erW1tbW1tbW1tbW1tbW1tbW1tbW1uj19VlDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NQUlrw9UNDQ0NDcX9vcFROR018UmtaQ0NUW1Ho9UNDREtHb7aUtrCkeJWSnIq2bUNVWlLo9UNDbodbS2pokIhnWGlzYGCsiUNDQ0Po9UNDendjWElDQ0NDSVFDQ0NDV0tDQ0Po9UNDQ0NDdJuOraGpmIJ8mMKTop2PQ0Po9UNDQ0NDZn9xkXx5WHV5kauMkIFvQ0Po9XtRUVFRUVFRUVFRUVFRVXlSUVFRUXDz9fX19fX19fX19fX19fX19fX19fX19fX1',
  },
  {
    panel: 'mobile',
    theme: 'light',
    language: 'zh-CN',
    name: 'why',
    luminance:
      '9fXt6+X179Dt4fXrz+/h5vP14u7k4/D19eLWwc716cPUvfXrvd23xuv1yeHDyMv19fX19fX19fX19fX19fX08/X19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXS9fDEyb+pn9e6yMXH1MDV9fX19fX19fPM9eqWl46VmrGdf5GfpIS59fX19fX19fX19fX19fXl5PX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fWvguKQvI5p03umoY+shKO1hPP19fX19fWZYKlXlYdTu5fMfI2ma5nhvPX19fX19fW9t/XJ9aaXzKbCyMPIlq/K2fX19fX19fXm7vLc6+7h5u/19fX19fX19fX19fX19fXJz9KwyNK5xt/19fX19fX19fX19fX19fXs8vPp8e3w8/H19PX19fXz9fX19fX19fWtrN+QxLKQqq3Ip6a609K99fX19fX19fXR1OLNys25zt3Qwc7Y9eLR9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fXu2uDWwLaprL2ss67GwauwkLu79fX19fXc8+fc0tO3vcW+vs/d1rbHusfc9fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fX19fTy8vLy8vLy8vLy8vLy8vLy8vLy8vT19ezr6+vr6+vr6+vr6+vr6+vr6+ve3eL09evr6+vp2unL3t/g6NTq4eLh6+vfwt709evr6+vireVwrnycpJXYypPN6+vbwd709evr6+vr6OfO1MLN18bd3eHe6+vr6+v09e3r6+vr6+vr6+vr6+vr6+vr6+vr6+z19erW1tbW1tbW1tbW1tbW1tbW1tbW1uj19VlDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NQUlrw9UNDQ0NDQ0NNrrmStomhoX2WVENUW1Ho9UNDQ0NDTEdNvsySwZKSgIyjV0NVWlLo9UNDQ0NWjW1Ig4lsj2h7fW5fUENDQ0Po9UNDQ0Nmf25Hi413gGJDQ2aCWUNDQ0Po9UNDQ0NDQ0NDxcyav5SHh2ipakNDQ0Po9UNDQ0NDQ0NMnq6EtYpDQ3OTbENDQ0Po9XtRUVFRUVFRUVFRUVFRUVFRUVFRUXDz9fX19fX19fX19fX19fX19fX19fX19fX1',
  },
  {
    panel: 'esign',
    theme: 'dark',
    language: 'en',
    name: 'hold',
    luminance:
      'EREbHCYcLygcHR0tJykfJBoeKyEkJBEREREyJTcjLig/OCspJj0zPzIjLywuMRgREREREREREREREREREREREREREREREREREREjESwvFhYYFTgvOBQRER0RFhYaIBERERwsEVSHf4acVYVobx0RETNFPzY2OBMREREREREREhIRERIREhERERERERERERERERERERERERERERERERERERERERERERERERElNREaY2NIjTt0cjOQMxFCjyZ/ZhERERE8SR4UoZxpjzaNkI8tihGWOZB3lxEREREtOBcZnpcwRYCUloNEgTmRTH+DmhERERERERERMSw+eh9VUyB4IVoqdhhgSBEREREREREVERERERERERERERERERERERERERF6WXN4JlZWYXRkIhE3Q0k6PjRKXBMRERFNLUU9J0g8QDs7IxEoIi0sMyMqJhQRERyMjY2NjY2NOiAgICAgICAgICAgHxIRERYYGBgYGBgYGBgYGBgYGBgYGBgYGBYREh0jHyYiKCMiIiIlJR0dHSMuKSgoKR0SEh0+NkQyTD5RO1JvZx0dI1xVZ1pKbh8SEh0dHR0dHR0dHR0gIB0gHR0dHR0dHR0SEh1EOE44VUVVLmhiZVNAI19dZF5Kcx8SEh0dHR0dHR0dICMoJykhHSAqJyQoJB0SEh5PQEEtPEczHR0dHR0dHTRhTj5UVx0SEh8kKiQmKSglHR0dHR0dHR0zMys0Nx4SERQWFhYWFhYWFhYWFhYWFhYWFhYWFhQRERUXFxcXFxMRFBQUFBQUERMXFxcXFxUREioqKioqKiUXHh4eHh4eFyUqKioqKioSEyoqRk1NKicXMTQ0MzIzFz1GO0dNPDsTEyouXV1aKicXNkJNUU82FzxhX1RbW0ETEioqKioqKiUXHh4eHh4eFyUqKioqKioSERwnJycnJyMhJCQkJCQkISMnJycnJxwRGKWurq6urq6urq6urq6urq6urq6urqQYIK6urq6urq6urq6urq6urq6urq6urq4gIK6urq6urq6jkK6urq6ulq6krq6urq4gIK6urq6upq50qF9qZmJjdFFhZI+urq4gIK6urquQhq6Zi3yRlnN4kYKNiaSurq4gIK6urq6arq6mnaOmm52ZoJ2urq6urq4gIK6urq6urq6dhp6VkpKYl5Surq6urq4gIK6urq6urq6urq6urq6urq6urq6urq4gGKSurq6urq6urq6urq6urq6urq6urqQYERggICAgICAgICAgICAgICAgICAgIBgR',
  },
  {
    panel: 'esign',
    theme: 'dark',
    language: 'zh-CN',
    name: 'hold',
    luminance:
      'EREcHScREToeKhEcOCErKhEXKyEkJBEREREyJTcXETohPhEXOSswLhEYLywtMRgREREREREREREREREREREREREREREREREREREjESUyNThOJhERERERESIjHxccIRERERwsEVNhc3+QNxEREREREUQ8PTY2OBMRERERERERERkjFRERERERERERERERERERERERERERERERERERERERERERERERERERERElNREaY2NQkjt+fDmWOhFLlSyIcBERERE8SR4UoZxmkT2Mj5IpjBGXNpR1lxEREREsOBcZnpctQ3+UloJHgDmRT32EmhERERERERERMSw+eh9UUyB4IFkqdhhgRxEREREUFRERFhkRERQVERERERERERERERERERKoZFRfaIVVYGhtERERSlJyJkEzYRIRERJFOERGND1FSUJDERERLiY6HCseKhMRERyMjY2NjY2NOiAgICAgICAgICAgHxIRERYYGBgYGBgYGBgYGBgYGBgYGBgYGBYREh0nICgkKSMkJDouNR0dHSMvKSgoKR0SEh07NkExSz5SKWRmXR0dI1xUZ1lKbh8SEh0dHR0dHR0dISwjIR0dHR0dHR0dHR0SEh1FOU83V0RXJXpgWR0dI19dZF5Kcx8SEh0dHR0dHR0dIzMxLh0dHSAqJyQoJB0SEh9fU1JSHR0dHR0dHR0dHTRhTT1VVx0SEh4uKSslHR0dHR0dHR0dHR0zMys0Nh4SERQWFhYWFhYWFhYWFhYWFhYWFhYWFhQRERUXFxcXFxMRFBQUFBQUERMXFxcXFxUREioqKioqKiUXHh4eHh4eFyUqKioqKioSEyotXFFUKicXHjhdUz4eFydIRlRNVCoTEyotb19oKicXHj9oXUMeFydTT1JKXSoTEioqKioqKiUXHh4eHh4eFyUqKioqKioSERwnJycnJyMhJCQkJCQkISMnJycnJxwRGKWurq6urq6urq6urq6urq6urq6urqUYIK6urq6urq6urq6urq6urq6urq6urq4gIK6urq6urq6ukXmXgYKEgIiEpq6urq4gIK6urq6urqaudlNuVnFSbVxLjK6urq4gIK6urq6mkIyujId7fXmBcHqBk66urq4gIK6urq6umq6ulJmZoZyWpJeurq6urq4gIK6urq6urq6uhYmQl5aVmIyurq6urq4gIK6urq6urq6urq6urq6urq6urq6urq4gGKWurq6urq6urq6urq6urq6urq6urqUYERggICAgICAgICAgICAgICAgICAgIBgR',
  },
  {
    panel: 'esign',
    theme: 'dark',
    language: 'en',
    name: 'home',
    luminance:
      'EREcHCYcLygcHR0tJykfJBoeKyEkJBEREREyJTcjLig/OCspJj0zPzIjLywuMRgRERERERERERERERERERERERERERITFRERERRuVlNYck5DZVRZVT4REXJPbUlyfhERERJ0S0uST1IzOFtITDIREXFCZEZbeBMRERI4MiwmHx05IxEREREVPC4gLjIyKRUREREqIicjIx4lJRERERETJCsaKCEmKBERERcZGRkZGRkZGRkZGRkZGRkZGRkZGRcRER4eHh4yISIjLSIiIiwiMCYgIB4eHh4RER44OB5YVGxtdFVuYlV3dmxkLR4eKh4RER9cXB81IyMxNjYkMzgwMDAyHh4eLh4RER4gIB5dU1ZAUk4wWFZISEQeHh4eHh4RERkbGxsbGxsbGxsbGxsbGxsbGxsbGxkRERcZGRkZGRkZGRkZGRkZGRkZGRkZGRcREh0dHR0dHR0dHR0dHR0dHR0dHR0dHR0SEh0sPyRdZ1hdUWJZb2NjHx0dLk4lHR0SEh0sPyRPdFxaSD1iYF5eJB0dKIciMR0SEh0sPyQ+QDs+PzZCOUkvHR0dHXodIx0SEh0dHR0lLy8nIzEpLSslHR0dHR0dHR0SERsdHR0dHR0dHR0dHR0dHR0dHR0dHRsRERYYGBgYJBUSGBgYGBgYEhUYGBgYGBYREh0dHh9q1WkXHR0dHR0dFx0dHR0dHR0SEh0dQl1dslQXHR0vOB0dFx0dJk43HR0SEh0dPDMgHR0XHR1OTh0dFx0dJ1ksHR0SEh0tMyswIx0XMzcvLjsqFx45Oj4vNCMSEh0yRkpQLB0XO1NTTz87Fx5TSkdNYSsSERweHh4eHhoVHR4eHh4dFRoeHh4eHhwRERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERFpyurq6urq6urq6urq6urq6urq6urpwWIK6urq6urq6urq6urq6urq6urq6urq4gIK6urq6urq6urq6urq6urq6urq6urq4gIK6urq6Lra58fo2Lro6YnXhnp66urq4gIK6uroxuha5vkm9KkmRSam9niK6urq4gIK6urn2IfK6urq6trq2urq2urq6urq4gIK6urpCBjq6UnoiKm4yLi5iclYugrq4gIK6urq6urq6mqJ6jqKWjp6Wno6Ssrq4gIK6urq6urq6urq6urq6urq6urq6urq4gGKWurq6urq6urq6urq6urq6urq6urqUYERggICAgICAgICAgICAgICAgICAgIBgR',
  },
  {
    panel: 'esign',
    theme: 'dark',
    language: 'zh-CN',
    name: 'home',
    luminance:
      'EREbHScREToeKhEcOCErKhEXKyEkJBEREREyJTcXETohPhEXOSswLhEYLywtMRgRERERERERERERERERERERERQSFBQVGBERERKjY5lQq118EREREREREXFTbkd0fBERERFeSl9HfWlvEREREREREXE/Y0ZadxMRERJMNSUkEUlCNxERESIiPi4pRChBJRIREREyIx8qEiooJBERER4iKCcgLiAlERERERcZGRkZGRkZGRkZGRkZGRkZGRkZGRcRER4eHh4zOkoxN0I2SkZOLR4eHh4eHh4RER44OB5YRIJEYWVRem98QB4eHh4eKh4RER9cXB82N08uJzc+Mzw4Ih4eHh4eLh4RER4gIB9STlNEIVdWSUlFHh4eHh4eHh4RERkbGxsbGxsbGxsbGxsbGxsbGxsbGxkRERcZGRkZGRkZGRkZGRkZGRkZGRkZGRcREh0dHR0dHR0dHR0dHR0dHR0dHR0dHR0SEh0sPyR1cZVwmE8dHR0dHR0dNmQoHR0SEh0sPyRXU2NtcEEdHR0dHR0dIXofMR0SEh0sPyRCPUUxRkE9PR0dHR0dHXUdIx0SEh0dHR0mJSgsLyktKR0dHR0dHR0dHR0SERsdHR0dHR0dHR0dHR0dHR0dHR0dHRsRERYYGBgYJBUSGBgYGBgYEhUYGBgYGBYREh0dHh9q0mkXHR0dHR0dFx0dHR0dHR0SEh0dQl1dslQXHR0vOB0dFx0dJk43HR0SEh0dPDMgHR0XHR1OTh0dFx0dJ1ksHR0SEh02RklLNB0XHSxNTykdFx0dOERSHR0SEh06Ul5VOh0XHTNhWC8dFx0dR1ZbHR0SERweHh4eHhoVHR4eHh4dFRoeHh4eHhwRERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERFpyurq6urq6urq6urq6urq6urq6urpwWIK6urq6urq6urq6urq6urq6urq6urq4gIK6urq6urq6urq6urq6urq6urq6urq4gIK6un5mup1FFcVBrU3murq6urq6urq4gIK6ua2etqmJDblByVHOurq6urq6urq4gIK6kfIONrZ2loaGkoKeurq6urq6urq4gIK6sfn+kpnV/eYaqiYmHgoR6e3KJl64gIK6urq6urqGno5+ppqWmpJ6foZ6lrq4gIK6urq6urq6urq6urq6urq6urq6urq4gGKWurq6urq6urq6urq6urq6urq6urqQYERggICAgICAgICAgICAgICAgICAgIBgR',
  },
  {
    panel: 'esign',
    theme: 'dark',
    language: 'en',
    name: 'why',
    luminance:
      'EREbHCYcLygcHR0tJykfJBoeKyEkJBEREREyJTcjLig/OCspJj0zPzIjLywuMRgREREREREREREREREREREREREREREREREREREjESwvFhYYFTwvORIqPzU2Ijk4EhERERwsEVSHf4acVXhmaTByZ3KDXYF7IBEREREREREREhIRERIRESIREhISEhISERERERERERERERERERERERERERERERERERERERFlZzNLPS5FLzxVKDsdbEdCWSoRERERERJ6dmWOmjKUc5qRboFge31WbYoREREREREXFRUuKREXFhgUFRgSGBYTIT0REREREREhHRkbGh0eGxgRERERERERERERERERERIuLScxJictLSERERERERERERERERERERFGMiEpJiMdJCEtLSseJSQZKUIRERERERFSNzExOk8+NkhHQDRESlYySzERERERERERESgiNh4bIxURERERERERERERERERERERESlOTS5KTTsRERERERERERERERERERERFB0eEREREhgRExERFxERERkREREREREyHjVAZDhTZGNaQFdTU1JRVWRdRxERERERERERERkdERcRERQRERERERERERERERERETpZUz9RU05RUmhXPWhYERERERERERERERERERERERERERERESYUERERERERERIsKCYnHyAhIiQlHyAoICkaEREREREREREpKCInMSIfKyUjJScsHigbERERERERERERERERERERERERERERERERERERERERERUXFxcXFxcXFxcXFxcXFxcXFxcXFxUREioqKioqKioqKioqKioqKioqKioqKioSEyoqKiowQDpMVT4/OD0+Pz1GOyoqKioTEyoqKioySD9PU2FNTFxmWkpWRSoqKioTEioqKioqKioqKioqKioqKioqKioqKioSERwnJycnJycnJycnJycnJycnJycnJxwRGKWurq6urq6urq6urq6urq6urq6urqUYIK6urq6urq6urq6urq6urq6urq6urq4gIK6urq6uroJ0iJWlnqWCjpCSra6urq4gIK6uq4aSrlpTeFpMc3J2YHRJhq6urq4gIK6ukHmDrqSnqYaspaqkp6aIkq6urq4gIK6ulIWIroR1jZCOfXScjXmLeIqRrq4gIK6urq6urnxmcWJ3gnaBaFBqWYCArq4gIK6urq6urq6urq6urq6uqIasrq6urq4gGKWurq6urq6urq6urq6urq6urq6urqQYERggICAgICAgICAgICAgICAgICAgIBgR',
  },
  {
    panel: 'esign',
    theme: 'dark',
    language: 'zh-CN',
    name: 'why',
    luminance:
      'EREcHScREToeKhEcOCErKhEXKyEkJBEREREyJTcXETohPhEXOSswLhEYLywtMRgREREREREREREREREREREREREREREREREREREjESoxMjhOKTQ9OTkZNjURERERERERERwsEUFjZ4OQPH54hYVReGcRERERERERERERERIRERgjFRESEhIREhIRERERERERERERERERERERERERERERERERERERERERERFya1CGQaJpcn1bf1SQbEaFExERERERERF9nUuPUbBmfm5ublSgexZTERERERERERE5ExEiHy04Ii0eHiE3MyccEREREREREREvHyAwLigmKRERERERERERERERERERERIxKCw1LTYuKhERERERERERERERERERERFGMipAMzZQNSYRRz9FGRFINzxTIhERERFSNzBlLjBSPzQZVUFeMCtEQklfKBEREREREREREREREREREREREREREREREREREREhITUpUVhZYmJJXzVPXEtkUzoREREREREiESMiMicvOTcwMR4sPTM8Ly0VEREREREREUNLaE5dS1x4EhERERERERERERERERERESEyRjc5KTRDExEREREREREREREREREeHBseIBsbHh4UFhweGBsXERERERERERJDNjA5RjU7NUQeMDE7Mi8sERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERERUXFxcXFxcXFxcXFxcXFxcXFxcXFxUREioqKioqKioqKioqKioqKioqKioqKioSEyoqKiorPjJcWGBSSFYsPk40KioqKioTEyoqKiorRTVnYGtaVmkwSlM3KioqKioTEioqKioqKioqKioqKioqKioqKioqKioSERwnJycnJycnJycnJycnJycnJycnJxwRGKWurq6urq6urq6urq6urq6urq6urqUYIK6urq6urq6urq6urq6urq6urq6urq4gIK6urq6urq6ueU9rXWtsaH5kn66urq4gIK6urq6ui4qudUhlVmZocXFvqK6urq4gIK6urq6WeH6unJOVk5edlqKcq66urq4gIK6urq6ahYOubjVtVl+NjYxVh66urq4gIK6urq6urq6ubmBeWFaenn9jla6urq4gIK6urq6urq6uq6usrKyurq6trq6urq4gGKSurq6urq6urq6urq6urq6urq6urqQYERggICAgICAgICAgICAgICAgICAgIBgR',
  },
] as const;
